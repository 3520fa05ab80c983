import type { CaseDetail } from "@casepost/shared/cases"
import type { RecipientRole } from "@casepost/shared/delivery"
import type { DraftContent } from "@casepost/shared/drafts"
import { useState } from "react"
import type { FieldToken } from "../../ui/tokens/token"
import type { TokenOption } from "../../ui/tokens/token-options"
import { useAddressChecks } from "../check-addresses"
import { addRecipients, moveToCc, removeRecipient } from "./change-recipients"
import { addressOf, fromOption, type People, usePeople } from "./people"
import { readTyped } from "./read-typed"
import { type Known, recipientTokens } from "./recipient-tokens"
import { type ToQuestion, toQuestion } from "./to-question"

type Unfinished = Record<RecipientRole, readonly string[]>
const nothing: Unfinished = { to: [], cc: [], bcc: [] }

export type RecipientRows = {
  people: People
  unfinished: Unfinished
  confirmedTo: string[]
  /** What there is to be asked about To. */
  question: ToQuestion | undefined
  tokens: (role: RecipientRole) => FieldToken[]
  pick: (role: RecipientRole, option: TokenOption) => void
  read: (role: RecipientRole, text: string) => void
  /** Pasted text; false when it holds no address, so that it is pasted as text. */
  paste: (role: RecipientRole, text: string) => boolean
  remove: (role: RecipientRole, token: string) => void
  moveToCc: (token: string) => void
  keepAsTo: (address: string) => void
  keepSo: (address: string) => void
}

/** To, CC and BCC of a message that is being written or resent. */
export function useRecipientRows(
  of: Pick<CaseDetail, "ref" | "administrationId">,
  content: DraftContent,
  change: (part: Partial<DraftContent>) => void,
): RecipientRows {
  const people = usePeople(of.administrationId)
  const [unfinished, setUnfinished] = useState(nothing)
  const [confirmedTo, setConfirmed] = useState<string[]>([])
  const [keptSo, setKeptSo] = useState<string[]>([])
  const addresses = [...content.to, ...content.cc, ...content.bcc].flatMap(one => addressOf(one, people) ?? [])
  const checks = useAddressChecks(of.ref, addresses)
  const known: Known = { people, checks, confirmedTo }

  function read(role: RecipientRole, text: string) {
    const typed = readTyped(text, role, people)
    if (typed.found.length > 0) change(addRecipients(content, { role, added: typed.found }, people))
    if (typed.unfinished.length > 0)
      setUnfinished({ ...unfinished, [role]: [...new Set([...unfinished[role], ...typed.unfinished])] })
  }
  return {
    people,
    unfinished,
    confirmedTo,
    question: toQuestion(content, known, keptSo),
    tokens: role => recipientTokens(content, { role, unfinished: unfinished[role] }, known),
    pick: (role, option) => {
      const person = people.byToken.get(option.id)
      if (person)
        change(addRecipients(content, { role, added: [{ recipient: fromOption(person), name: person.name }] }, people))
      else read(role, option.detail)
    },
    read,
    paste: (role, text) => {
      if (!text.includes("@")) return false
      read(role, text)
      return true
    },
    remove: (role, token) => {
      const text = token.replace(/^unfinished:/, "")
      if (text !== token) setUnfinished({ ...unfinished, [role]: unfinished[role].filter(one => one !== text) })
      else change(removeRecipient(content, role, token))
    },
    moveToCc: token => change(moveToCc(content, token, people)),
    keepAsTo: address => setConfirmed([...confirmedTo, address]),
    keepSo: address => setKeptSo([...keptSo, address]),
  }
}
