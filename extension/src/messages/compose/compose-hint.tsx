import { CornerDownLeft } from "lucide-react"
import { classNames } from "../../ui/class-names"
import { controlKey } from "../../ui/keyboard/shortcut-list"
import { Kbd } from "../../ui/marks/kbd"
import writing from "../../ui/writing/writing.module.css"
import { words } from "../words"
import styles from "./compose.module.css"

/** Under the buttons: how long it can be undone, or that no e-mail goes out, and the keys. */
export function ComposeHint({ count }: { count: string }) {
  return (
    <p className={styles.hint}>
      <span className={styles.under}>{count}</span>
      <span className={styles.keys}>
        <span className={classNames(writing.keys, styles.key)}>
          <Kbd>{controlKey}</Kbd>
          <Kbd>
            <CornerDownLeft aria-hidden="true" />
          </Kbd>
          {words.keySend}
        </span>
        <span className={classNames(writing.keys, styles.key, styles.wide)}>
          <Kbd>/</Kbd>
          {words.keyStandard}
        </span>
        <span className={classNames(writing.keys, styles.key)}>
          <Kbd>Esc</Kbd>
          {words.keyClose}
        </span>
      </span>
    </p>
  )
}
