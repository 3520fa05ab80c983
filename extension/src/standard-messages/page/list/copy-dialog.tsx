import type { Membership } from "@casepost/shared/access"
import { useState } from "react"
import { useSession } from "../../../access/session"
import { Button } from "../../../ui/buttons/button"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { showToast } from "../../../ui/feedback/toasts"
import { Select } from "../../../ui/fields/select"
import { Dialog } from "../../../ui/overlays/dialog"
import { goTo } from "../../../ui/place/place"
import { words as uiWords } from "../../../ui/words"
import { useCopyStandardMessage } from "../../copy-standard-message"
import { words } from "../words"

type CopyDialogProps = {
  message: { id: string; description: string }
  administration: Membership["administrations"][number]
  onClose: () => void
}

/** Copies a standard message within its administration, or to another where one is administrator. */
export function CopyDialog({ message, administration, onClose }: CopyDialogProps) {
  const { membership } = useSession()
  const [administrationId, choose] = useState(administration.id)
  const copy = useCopyStandardMessage()
  const own = membership.administrations.filter(({ right }) => right === "administrator")
  const name = own.find(({ id }) => id === administrationId)?.name ?? administration.name
  function confirm() {
    if (copy.isPending) return
    copy.mutate(
      { id: message.id, administrationId },
      {
        onSuccess: ({ standardMessage, leftOut }) => {
          showToast({
            kind: "success",
            words: words.copied(standardMessage.description, name),
            ...(leftOut.length > 0 ? { more: words.copyLeftOut(leftOut) } : {}),
            action: { label: words.open, onPress: () => goTo(`messages/${standardMessage.id}`) },
          })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={words.copyTitle(message.description)}
      isOpen
      onOpenChange={onClose}
      onSubmit={confirm}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={copy.isPending}>
            {words.copy}
          </Button>
        </>
      }
    >
      {copy.error && <ProblemNotice problem={copy.error} />}
      <Select
        label={words.copyTo}
        options={own.map(one => ({ id: one.id, name: one.name }))}
        value={administrationId}
        onChange={choose}
      />
      <p>{words.copyMore}</p>
    </Dialog>
  )
}
