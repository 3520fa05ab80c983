import { ChevronRight } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "../buttons/button"
import { words } from "../words"
import styles from "./form-head.module.css"

type FormHeadProps = {
  /** What the list that it belongs to is a part of. */
  kicker: string
  list: { title: string; href: string }
  title: string
  isChanged: boolean
  save: string
  isBusy: boolean
  onCancel: () => void
  /** What else can be done with it: a menu. */
  children?: ReactNode
}

/** Above a form that is a page of its own: where one is, whether anything is unsaved, and what ends it. */
export function FormHead({ kicker, list, title, isChanged, save, isBusy, onCancel, children }: FormHeadProps) {
  return (
    <header className={styles.head}>
      <nav aria-label={words.form.crumbs} className={styles.crumbs}>
        <ol>
          <li>{kicker}</li>
          <li>
            <ChevronRight size={15} aria-hidden="true" />
            <a href={list.href}>{list.title}</a>
          </li>
          <li className={styles.here}>
            <ChevronRight size={15} aria-hidden="true" />
            <h1 title={title}>
              <bdi>{title}</bdi>
            </h1>
          </li>
        </ol>
      </nav>
      <div className={styles.end}>
        <span className={styles.unsaved} role="status">
          {isChanged && words.form.unsaved}
        </span>
        {children}
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {save}
        </Button>
      </div>
    </header>
  )
}
