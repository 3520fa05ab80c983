import type { CaseDetail } from "@casepost/shared/cases"
import { type RecipientRole, recipientRoles } from "@casepost/shared/delivery"
import type { DraftContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import { useState } from "react"
import { type AddressChecks, useAddressChecks } from "../../relations/recipients/check-addresses"
import { addressOf, type People, usePeople } from "../../relations/recipients/people"
import type { Picked } from "../../relations/recipients/picked"
import { pickedTokens } from "../../relations/recipients/picked-tokens"
import type { FieldToken } from "../../ui/tokens/token"
import { addTypedTo, changeRow, moveToCc, pickedOf, removeRecipient } from "./change-recipients"
import { type ToQuestion, toQuestion } from "./to-question"
import { type Known, toTokens } from "./to-tokens"

/** Changes what is being written, given what stands there in this moment: two changes of one moment both hold. */
export type ChangeContent = (change: (now: DraftContent) => Partial<DraftContent>) => void

export type RecipientRows = {
  people: People
  checks: AddressChecks
  /** The first recipient of any row that is no address yet, if there is one: nothing can be sent so. */
  unfinished: string | undefined
  confirmedTo: string[]
  /** What there is to be asked about To. */
  question: ToQuestion | undefined
  tokens: (role: RecipientRole) => FieldToken[]
  picked: (role: RecipientRole) => Picked<RecipientInput>
  change: (role: RecipientRole, picked: Picked<RecipientInput>) => void
  /** Typed or pasted as To. Gives back what there is no room for. */
  typedTo: (text: string) => string
  remove: (role: RecipientRole, token: string) => void
  moveToCc: (token: string) => void
  keepAsTo: (address: string) => void
  keepSo: (address: string) => void
}

/** To, CC and BCC of a message that is being written or resent. */
export function useRecipientRows(
  of: Pick<CaseDetail, "ref" | "administrationId">,
  content: DraftContent,
  change: ChangeContent,
): RecipientRows {
  const people = usePeople(of.administrationId)
  const [confirmedTo, setConfirmed] = useState<string[]>([])
  const [keptSo, setKeptSo] = useState<string[]>([])
  const addresses = [...content.to, ...content.cc, ...content.bcc].flatMap(one => addressOf(one, people) ?? [])
  const checks = useAddressChecks(of.ref, addresses)
  const known: Known = { people, checks, confirmedTo }
  return {
    people,
    checks,
    unfinished: recipientRoles.flatMap(role => content.unfinished[role] ?? [])[0],
    confirmedTo,
    question: toQuestion(content, known, keptSo),
    tokens: role => (role === "to" ? toTokens(content, known) : pickedTokens(pickedOf(content, role), known)),
    picked: role => pickedOf(content, role),
    change: (role, picked) => change(now => changeRow(now, { role, picked }, people)),
    typedTo: text => {
      const { left } = addTypedTo(content, text, people)
      change(now => addTypedTo(now, text, people).change)
      return left.join(", ")
    },
    remove: (role, token) => change(now => removeRecipient(now, role, token)),
    moveToCc: token => change(now => moveToCc(now, token, people)),
    keepAsTo: address => setConfirmed([...confirmedTo, address]),
    keepSo: address => setKeptSo([...keptSo, address]),
  }
}
