import { Turtle } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { durationInWords } from "../figures-in-words"
import { words } from "../words"
import type { Writing } from "./use-bulk-writing"
import styles from "./writing.module.css"

/** Files make mails leave one by one: said where it costs minutes, with the portal as the way out. */
export function SlowFiles({ writing: { message, content, keeper, isLocked } }: { writing: Writing }) {
  const warning = message.warnings.find(one => one.kind === "slow-files")
  if (content.filesInPortal && (content.attachmentIds.length > 0 || content.attachInvoicePdf))
    return (
      <div className={styles.notice}>
        <Notice
          action={
            <Button size="sm" isDisabled={isLocked} onPress={() => keeper.change({ filesInPortal: false })}>
              {words.warnings.toMail}
            </Button>
          }
        >
          {words.warnings.inPortal}
        </Notice>
      </div>
    )
  if (warning?.kind !== "slow-files") return null
  return (
    <div className={styles.notice}>
      <Notice
        tone="warning"
        icon={Turtle}
        action={
          <Button size="sm" isDisabled={isLocked} onPress={() => keeper.change({ filesInPortal: true })}>
            {words.warnings.toPortal}
          </Button>
        }
      >
        {words.warnings.slow(durationInWords(warning.seconds), durationInWords(warning.secondsWithout))}
      </Notice>
    </div>
  )
}
