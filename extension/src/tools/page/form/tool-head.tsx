import { ChevronRight } from "lucide-react"
import { Button } from "../../../ui/buttons/button"
import { words as uiWords } from "../../../ui/words"
import { words } from "../words"
import styles from "./tool-form.module.css"

type ToolHeadProps = { title: string; isNew: boolean; isChanged: boolean; isBusy: boolean; onCancel: () => void }

/** Where one is, whether anything is unsaved, and what ends it. */
export function ToolHead({ title, isNew, isChanged, isBusy, onCancel }: ToolHeadProps) {
  return (
    <header className={styles.head}>
      <nav aria-label={words.crumbs} className={styles.crumbs}>
        <ol>
          <li>{words.kicker}</li>
          <li>
            <ChevronRight size={15} aria-hidden="true" />
            <a href="#/tools">{words.title}</a>
          </li>
          <li className={styles.here}>
            <ChevronRight size={15} aria-hidden="true" />
            <h1 title={title}>
              <bdi>{title}</bdi>
            </h1>
          </li>
        </ol>
      </nav>
      <div className={styles.headEnd}>
        <span className={styles.unsaved} role="status">
          {isChanged && words.unsaved}
        </span>
        <Button onPress={onCancel}>{uiWords.cancel}</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {isNew ? words.add : words.save}
        </Button>
      </div>
    </header>
  )
}
