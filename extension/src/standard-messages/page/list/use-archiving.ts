import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { showToast } from "../../../ui/feedback/toasts"
import { useArchiveStandardMessage } from "../../archive-standard-message"
import { words } from "../words"

type Archived = Pick<StandardMessageSummary, "id" | "description" | "archivedAt">

/** Archives a standard message, or puts it back; either can be undone from the toast. */
export function useArchiving({ id, description, archivedAt }: Archived, onDone?: () => void): () => void {
  const { mutateAsync } = useArchiveStandardMessage()
  async function set(archived: boolean): Promise<void> {
    try {
      await mutateAsync({ id, archived })
      showToast({
        kind: "success",
        words: archived ? words.archivedNow(description) : words.putBackNow(description),
        action: { label: words.undo, onPress: () => void set(!archived) },
      })
      onDone?.()
    } catch (error) {
      showToast({ kind: "failure", words: (error as Error).message })
    }
  }
  return () => void set(!archivedAt)
}
