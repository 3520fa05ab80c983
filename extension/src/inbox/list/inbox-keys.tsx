import { CornerDownLeft } from "lucide-react"
import { Kbd } from "../../ui/marks/kbd"
import { words } from "../words"
import styles from "./list.module.css"

/** The keys of the inbox, under it. */
export function InboxKeys({ onAll }: { onAll: () => void }) {
  return (
    <footer className={styles.keys}>
      <Kbd>J</Kbd>
      <Kbd>K</Kbd>
      {words.keys.move}
      <span className={styles.gap} />
      <Kbd>
        <CornerDownLeft aria-hidden="true" />
      </Kbd>
      {words.keys.open}
      <span className={styles.gap} />
      <Kbd>R</Kbd>
      {words.keys.reply}
      <span className={styles.gap} />
      <Kbd>U</Kbd>
      {words.keys.unread}
      <button type="button" className={styles.all} onClick={onAll}>
        <Kbd>?</Kbd>
        {words.keys.all}
      </button>
    </footer>
  )
}
