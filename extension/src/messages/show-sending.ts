import { type SentMessage, undoSeconds } from "@casepost/shared/messages"
import { showToast } from "../ui/feedback/toasts"
import { momentInWords } from "../ui/text/moments"
import { words } from "./words"

type Shown = {
  sent: SentMessage
  customerName: string
  onUndo: () => void
}

/** Says that a message is on its way, for as long as it can be taken back; or when it is going to leave. */
export function showSending({ sent, customerName, onUndo }: Shown): void {
  if (sent.state === "scheduled") {
    showToast({
      kind: "success",
      words: words.scheduledFor(momentInWords(sent.leavesAt)),
      action: { label: words.undo, onPress: onUndo },
    })
    return
  }
  showToast({
    kind: "undo",
    words: words.sendingTo(customerName),
    endsAt: Date.now() + millisecondsLeft(sent.leavesAt),
    seconds: undoSeconds,
    action: { label: words.undo, keyName: "Z", onPress: onUndo },
  })
}

/** By the server's word, unless the clocks differ so much that it cannot be right. */
function millisecondsLeft(leavesAt: string): number {
  const left = Date.parse(leavesAt) - Date.now()
  return left > 0 && left <= undoSeconds * 1000 ? left : undoSeconds * 1000
}
