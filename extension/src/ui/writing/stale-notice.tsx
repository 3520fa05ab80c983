import type { ReactNode } from "react"
import { Button } from "../buttons/button"
import { Notice } from "../feedback/notice"
import { words } from "../words"
import styles from "./stale-notice.module.css"

type StaleNoticeProps = {
  /** Where what the other saved is shown, beside this one. */
  theirs: { title: string; href: string }
  isBusy: boolean
  onSaveOver: () => void
  children: ReactNode
}

/** Somebody else saved it meanwhile: look at theirs beside this one, or save this one after all. */
export function StaleNotice({ theirs, isBusy, onSaveOver, children }: StaleNoticeProps) {
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <span className={styles.ways}>
          <a className={styles.link} href={theirs.href} target="_blank" rel="noreferrer">
            {theirs.title}
          </a>
          <Button size="sm" isBusy={isBusy} onPress={onSaveOver}>
            {words.form.saveMine}
          </Button>
        </span>
      }
    >
      {children}
    </Notice>
  )
}
