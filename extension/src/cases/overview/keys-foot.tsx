import { CornerDownLeft } from "lucide-react"
import { Kbd } from "../../ui/marks/kbd"
import styles from "./overview.module.css"
import { words } from "./words"

/** The keys of an overview, under it where it is narrow. */
export function KeysFoot({ onAll }: { onAll: () => void }) {
  return (
    <footer className={styles.keys}>
      <Kbd>J</Kbd>
      <Kbd>K</Kbd>
      <span className={styles.does}>{words.keys.move}</span>
      <Kbd>
        <CornerDownLeft aria-hidden="true" />
      </Kbd>
      <span className={styles.does}>{words.keys.open}</span>
      <Kbd>X</Kbd>
      <span className={styles.does}>{words.keys.select}</span>
      <button type="button" className={styles.all} onClick={onAll}>
        <Kbd>?</Kbd>
        {words.keys.all}
      </button>
    </footer>
  )
}
