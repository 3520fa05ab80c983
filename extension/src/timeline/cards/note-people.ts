import { failedStates } from "@casepost/shared/delivery"
import type { NoteRecipient } from "@casepost/shared/notes"

/** It did not get there, or may not. What simply went well is not said. */
export function isWrong({ state }: Pick<NoteRecipient, "state">): boolean {
  return failedStates.includes(state) || state === "left-out" || state === "delayed" || state === "unknown"
}
