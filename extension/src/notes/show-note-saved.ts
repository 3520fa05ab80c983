import type { NoteEntry } from "@casepost/shared/notes"
import { showToast } from "../ui/feedback/toasts"
import { words } from "./words"

/** Says that a note was saved, and how many get it by e-mail. */
export function showNoteSaved({ recipients }: Pick<NoteEntry, "recipients">): void {
  const mailed = recipients.filter(({ state }) => state !== "suppressed" && state !== "left-out").length
  showToast({ kind: "success", words: mailed === 0 ? words.saved : words.savedAndMailed(mailed) })
}
