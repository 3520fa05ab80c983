import type { Membership } from "@casepost/shared/access"
import { showToast } from "../../../ui/feedback/toasts"
import { useCreateStandardMessage } from "../../create-standard-message"
import { words } from "../words"
import { MessageForm } from "./message-form"

type AddMessageProps = {
  administration: Membership["administrations"][number]
  onSaved: (id: string) => void
}

/** A new standard message of the administration. */
export function AddMessage({ administration, onSaved }: AddMessageProps) {
  const create = useCreateStandardMessage(administration.id)
  return (
    <MessageForm
      administration={administration}
      saving={{
        save: create.mutateAsync,
        isPending: create.isPending,
        error: create.error,
        sent: create.variables,
      }}
      onSaved={({ id, description }) => {
        showToast({ kind: "success", words: words.added(description) })
        onSaved(id)
      }}
    />
  )
}
