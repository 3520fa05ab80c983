import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { isPlaceholder } from "@casepost/shared/placeholders"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import { TextField } from "../../ui/fields/text-field"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { useChangeBulkCase } from "../cases/change-bulk-case"
import { nameOf } from "../rows/checked-look"
import { words } from "../words"
import styles from "./bulk-result.module.css"

type FillInDialogProps = { message: BulkMessage; of: BulkCase; onClose: () => void }

/** Fills in what was missing for a case that was left out, for its message only, and sends it after all. */
export function FillInDialog({ message, of, onClose }: FillInDialogProps) {
  const change = useChangeBulkCase(message.id)
  const names = of.missing.filter(isPlaceholder)
  const [values, setValues] = useState<Record<string, string>>({})
  const [isTried, setTried] = useState(false)
  const customer = of.case?.customerName ?? ""
  function send() {
    setTried(true)
    if (names.some(name => !values[name]?.trim())) return
    change.mutate(
      { position: of.position, values, send: true },
      {
        onSuccess: () => {
          showToast({ kind: "success", words: words.result.sent(customer) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={words.result.fillTitle}
      subtitle={customer}
      isOpen
      onOpenChange={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={change.isPending}>
            {words.result.fillAndSend}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {change.error && <ProblemNotice problem={change.error} />}
        {names.map(name => (
          <TextField
            key={name}
            label={nameOf(name)}
            maxLength={300}
            value={values[name] ?? ""}
            onChange={text => setValues({ ...values, [name]: text })}
            description={words.result.fillMore}
            error={isTried && !values[name]?.trim() ? words.result.fillAll : undefined}
          />
        ))}
      </div>
    </Dialog>
  )
}
