import { ArrowDown, ArrowUp, CornerDownLeft } from "lucide-react"
import { Kbd } from "../../ui/marks/kbd"
import styles from "./chooser.module.css"
import { words } from "./words"

/** The keys of the open list. */
export function ChooserFoot({ hasLanguages }: { hasLanguages: boolean }) {
  return (
    <p className={styles.foot}>
      <span className={styles.keys}>
        <Kbd>
          <ArrowUp aria-hidden="true" />
        </Kbd>
        <Kbd>
          <ArrowDown aria-hidden="true" />
        </Kbd>
        {words.move}
      </span>
      {hasLanguages && (
        <span className={styles.keys}>
          <Kbd>Tab</Kbd>
          {words.language}
        </span>
      )}
      <span className={styles.keys}>
        <Kbd>
          <CornerDownLeft aria-hidden="true" />
        </Kbd>
        {words.use}
      </span>
      <span className={styles.keys}>
        <Kbd>Esc</Kbd>
        {words.back}
      </span>
    </p>
  )
}
