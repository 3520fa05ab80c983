import type { StandardMessage } from "@casepost/shared/standard-messages"
import { momentInWords } from "../../../ui/text/moments"
import { words } from "../words"
import styles from "./message-form.module.css"

/** How often it was sent, and where it stands now. */
export function UsedLine({ message }: { message: StandardMessage }) {
  const said = [
    ...(message.archivedAt ? [words.isArchived] : []),
    words.used(message.uses, message.lastUsedAt && momentInWords(message.lastUsedAt)),
    words.standsIn(message.usedIn),
  ]
  return <p className={styles.help}>{said.filter(Boolean).join(" ")}</p>
}
