import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import type { Ref } from "react"
import { useId, useMemo, useState } from "react"
import { unfinishedInWords } from "../../relations/recipients/picked-tokens"
import { words as relationWords } from "../../relations/words"
import { FieldRow } from "../../ui/layout/field-row"
import { Chip } from "../../ui/marks/chip"
import { TokenField } from "../../ui/tokens/token-field"
import type { ListSentence } from "../../ui/tokens/token-options"
import { PartError } from "../../ui/writing/part-error"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import { PortalOnlyEnd } from "./portal-only-end"
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
  const wrong = content.unfinished.to?.[0]
  const error = wrong === undefined ? rowProblem(compose.error, "to") : unfinishedInWords(wrong)
  const isPortalOnly = content.to.length === 0 && wrong === undefined
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
          onPick={option => rows.typedTo(option.detail)}
          onRemove={token => rows.remove("to", token)}
          onTyped={rows.typedTo}
          onPaste={text => (text.includes("@") ? rows.typedTo(text) : undefined)}
          nothing={nothingTo}
          isInvalid={error !== undefined}
          onFocusChange={setActive}
          isDisabled={compose.isLocked}
          after={<ToMark compose={compose} isPortalOnly={isPortalOnly} />}
          {...(error ? { "aria-describedby": `${id}-error` } : {})}
        />
      </FieldRow>
      <PartError id={`${id}-error`}>{error}</PartError>
    </>
  )
}

/** To is for addresses: nobody is looked up but the customer's own contacts. */
function nothingTo(typed: string): ListSentence | undefined {
  if (typed === "") return undefined
  const address = normaliseAddress(typed)
  return { before: isAddress(address) ? relationWords.enterTakes(address) : words.typeAddress }
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
