import { type Ref, useId, useState } from "react"
import { RecipientPicker } from "../../relations/recipient-picker"
import { FieldRow } from "../../ui/layout/field-row"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { RowError } from "./row-error"
import { rowProblem } from "./row-problem"

type CopyRowProps = { compose: Compose; row: "cc" | "bcc"; inputRef: Ref<HTMLInputElement> }

/** CC or BCC: always in sight, the picker opens on focus. */
export function CopyRow({ compose, row: role, inputRef }: CopyRowProps) {
  const { of, rows } = compose
  const [isActive, setActive] = useState(false)
  const id = useId()
  const error = rowProblem(compose.error, role)
  return (
    <>
      <FieldRow label={words[role]} htmlFor={id} isActive={isActive}>
        <RecipientPicker
          administrationId={of.administrationId}
          label={words[role]}
          inputId={id}
          inputRef={inputRef}
          tokens={rows.tokens(role)}
          onPick={option => rows.pick(role, option)}
          onRemove={token => rows.remove(role, token)}
          onTyped={text => rows.read(role, text)}
          onPaste={text => rows.paste(role, text)}
          onFocusChange={setActive}
          isDisabled={compose.isLocked}
          {...(error ? { "aria-describedby": `${id}-error` } : {})}
        />
      </FieldRow>
      <RowError id={`${id}-error`}>{error}</RowError>
    </>
  )
}
