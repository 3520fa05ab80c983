import { useState } from "react"
import { Checkbox } from "../../ui/fields/checkbox"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { LaterDialog } from "./later-dialog"

/** When the message is to leave, and whether an answer cancels it. */
export function SendLaterDialog({ compose, onClose }: { compose: Compose; onClose: () => void }) {
  const { of, content } = compose
  const [cancelOnReply, setCancelOnReply] = useState(true)
  const to = compose.rows.tokens("to")[0]?.label ?? words.later.nobody
  return (
    <LaterDialog
      title={words.sendLater}
      about={words.later.about(content.subject || of.number, to)}
      administration={{ id: of.administrationId, name: of.administrationName }}
      isBusy={compose.isSending}
      onSchedule={async moment => {
        if (await compose.send({ sendAt: moment.toISOString(), cancelOnReply })) return
        onClose()
      }}
      onClose={onClose}
    >
      <Checkbox isSelected={cancelOnReply} onChange={setCancelOnReply} description={words.later.cancelOnReplyMore}>
        {words.later.cancelOnReply}
      </Checkbox>
    </LaterDialog>
  )
}
