import { CornerDownLeft } from "lucide-react"
import { controlKey } from "../../ui/keyboard/shortcut-list"
import { Kbd } from "../../ui/marks/kbd"
import { words } from "../words"
import styles from "./compose.module.css"

/** Under the buttons: how long it can be undone, or that no e-mail goes out, and the keys. */
export function ComposeHint({ isPortalOnly }: { isPortalOnly: boolean }) {
  return (
    <p className={styles.hint}>
      {isPortalOnly ? words.portalOnlyCount : words.undoTime}
      <span className={styles.keys}>
        <Kbd>{controlKey}</Kbd>
        <Kbd>
          <CornerDownLeft aria-hidden="true" />
        </Kbd>
        {words.keySend}
        <Kbd>Esc</Kbd>
        {words.keyClose}
      </span>
    </p>
  )
}
