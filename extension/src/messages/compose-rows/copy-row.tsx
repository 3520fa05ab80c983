import { type Ref, useId, useState } from "react"
import { RecipientPicker } from "../../relations/picker/recipient-picker"
import { FieldRow } from "../../ui/layout/field-row"
import type { Compose } from "../compose/use-compose"
import { elsewhereInWords } from "../recipients/change-recipients"
import { words } from "../words"
import { rowProblem } from "./row-problem"

type CopyRowProps = { compose: Compose; row: "cc" | "bcc"; inputRef: Ref<HTMLInputElement> }

/** CC or BCC: always in sight, the picker opens on focus; the customer's standing copies are marked. */
export function CopyRow({ compose, row: role, inputRef }: CopyRowProps) {
  const { of, rows, content } = compose
  const { brought } = compose.standard
  const [isActive, setActive] = useState(false)
  const [elsewhere, setElsewhere] = useState<string | undefined>()
  const id = useId()
  return (
    <FieldRow label={words[role]} htmlFor={id} isActive={isActive}>
      <RecipientPicker
        administrationId={of.administrationId}
        label={words[role]}
        inputId={id}
        inputRef={inputRef}
        value={rows.picked(role)}
        onChange={picked => {
          rows.change(role, picked)
          setElsewhere(elsewhereInWords(content, { role, picked }, rows.people))
        }}
        onLeftOut={compose.leaveOut}
        checks={rows.checks}
        standing={role === "cc" ? of.standingCc : of.standingBcc}
        added={brought && { tokens: brought[role], by: words.standard.addedBy(brought.description) }}
        onFocusChange={setActive}
        isDisabled={compose.isLocked}
        problem={rowProblem(compose.error, role)}
        remark={elsewhere}
        isSaidElsewhere
      />
    </FieldRow>
  )
}
