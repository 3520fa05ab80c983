import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { correctAddress } from "../../cases/correct-address"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { TextField } from "../../ui/fields/text-field"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { words } from "../words"
import styles from "./bulk-result.module.css"
import { useRetryBulkMessage } from "./retry-bulk-message"

type ChangeAddressDialogProps = { message: BulkMessage; of: BulkCase; onClose: () => void }

/** Records another address for a customer whose mail did not arrive, and sends the message there. */
export function ChangeAddressDialog({ message, of, onClose }: ChangeAddressDialogProps) {
  const [typed, setTyped] = useState(of.address ?? "")
  const [error, setError] = useState<string | undefined>()
  const retry = useRetryBulkMessage(message.id)
  const correct = useMutation({
    mutationFn: (address: string) => correctAddress(of.case?.customerId ?? "", address),
    onSuccess: () => {
      retry.mutate([of.position])
      onClose()
    },
  })
  function change() {
    const address = normaliseAddress(typed)
    if (!isAddress(address)) return setError(words.result.notAddress)
    correct.mutate(address)
  }
  return (
    <Dialog
      title={words.result.changeTitle}
      subtitle={words.result.changeAbout(of.case?.customerName ?? "", of.address ?? words.why.noAddress)}
      isOpen
      onOpenChange={onClose}
      onSubmit={change}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={correct.isPending}>
            {words.result.changeAndSend}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {correct.error && <ProblemNotice problem={correct.error} />}
        <TextField
          label={words.result.address}
          inputMode="email"
          value={typed}
          onChange={text => {
            setTyped(text)
            setError(undefined)
          }}
          error={error}
          description={words.result.changeMore}
        />
      </div>
    </Dialog>
  )
}
