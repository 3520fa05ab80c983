import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import type { CaseDetail } from "@casepost/shared/cases"
import { useState } from "react"
import { refusedField } from "../../api/refusal"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import { TextField } from "../../ui/fields/text-field"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { useCorrectAddress } from "../correct-address"
import { words } from "../words"

type AddAddressDialogProps = {
  of: Pick<CaseDetail, "ref" | "customerId" | "customerName">
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onSaved: (address: string) => void
}

/** Records the customer's general address, where there was none. */
export function AddAddressDialog({ of, isOpen, onOpenChange, onSaved }: AddAddressDialogProps) {
  const [typed, setTyped] = useState("")
  const [isTried, setTried] = useState(false)
  const correct = useCorrectAddress(of.customerId, of.ref)
  const isComplete = isAddress(normaliseAddress(typed))
  const wrong = isTried && !isComplete ? words.notComplete : refusedField(correct.error, "generalAddress")
  function save() {
    setTried(true)
    if (!isComplete) return
    const address = normaliseAddress(typed)
    correct.mutate(address, {
      onSuccess: () => {
        onSaved(address)
        onOpenChange(false)
        showToast({ kind: "success", words: words.addressSaved })
      },
    })
  }
  return (
    <Dialog
      title={words.addAddress}
      subtitle={words.addAddressFor(of.customerName)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSubmit={save}
      foot={
        <>
          <Button onPress={() => onOpenChange(false)}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={correct.isPending}>
            {words.saveAddress}
          </Button>
        </>
      }
    >
      {correct.error && !wrong && <ProblemNotice problem={correct.error} />}
      <TextField label={words.address} value={typed} onChange={setTyped} error={wrong} autoFocus />
    </Dialog>
  )
}
