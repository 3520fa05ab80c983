import type { Ref } from "react"
import { useId, useMemo, useState } from "react"
import { FieldRow } from "../../ui/layout/field-row"
import { Chip } from "../../ui/marks/chip"
import { TokenField } from "../../ui/tokens/token-field"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { PortalOnlyEnd } from "./portal-only-end"
import { RowError } from "./row-error"
import { rowProblem } from "./row-problem"

/** To: the customer's general address, editable; the customer's contacts are offered, relations never. */
export function ToRow({ compose, inputRef }: { compose: Compose; inputRef: Ref<HTMLInputElement> }) {
  const { of, rows, content } = compose
  const [isActive, setActive] = useState(false)
  const id = useId()
  const groups = useMemo(
    () => [
      {
        name: words.contactsOf(of.customerName),
        options: of.contacts.flatMap(contact =>
          contact.address ? [{ id: contact.address, name: contact.name, detail: contact.address }] : [],
        ),
      },
    ],
    [of],
  )
  const error = rowProblem(compose.error, "to")
  const isPortalOnly = content.to.length === 0 && rows.unfinished.to.length === 0
  return (
    <>
      <FieldRow
        label={words.to}
        htmlFor={id}
        isActive={isActive}
        end={isPortalOnly && !of.generalAddress && of.right !== "restricted" && <PortalOnlyEnd compose={compose} />}
      >
        <TokenField
          label={words.to}
          inputId={id}
          inputRef={inputRef}
          tokens={rows.tokens("to")}
          groups={groups}
          onPick={option => rows.pick("to", option)}
          onRemove={token => rows.remove("to", token)}
          onTyped={text => rows.read("to", text)}
          onPaste={text => rows.paste("to", text)}
          onFocusChange={setActive}
          isDisabled={compose.isLocked}
          after={<ToMark compose={compose} isPortalOnly={isPortalOnly} />}
          {...(error ? { "aria-describedby": `${id}-error` } : {})}
        />
      </FieldRow>
      <RowError id={`${id}-error`}>{error}</RowError>
    </>
  )
}

/** What the one address in To is. */
function ToMark({ compose, isPortalOnly }: { compose: Compose; isPortalOnly: boolean }) {
  const { of, rows, content } = compose
  if (isPortalOnly) return <Chip>{words.portalOnly}</Chip>
  const only = content.to.length === 1 ? rows.tokens("to")[0] : undefined
  if (!only) return null
  if (only.state === "typed") return <Chip tone="outline">{words.typed}</Chip>
  if (only.state === "relation") return <Chip tone="note">{words.relation}</Chip>
  return only.id === of.generalAddress ? <Chip tone="plain">{words.general}</Chip> : null
}
