import type { CaseDetail } from "@casepost/shared/cases"
import type { AddressCheck } from "@casepost/shared/messages"
import type { NoteRecipientInput } from "@casepost/shared/notes"
import { useRef, useState } from "react"
import { useAddressChecks } from "../../relations/recipients/check-addresses"
import { typedAddresses } from "../../relations/recipients/people"
import type { Picked } from "../../relations/recipients/picked"

export type PickedForNote = Picked<NoteRecipientInput>
export type NoteRecipients = ReturnType<typeof useNoteRecipients>

/** Whom a note, a forward or a reminder goes to, with what is known of the typed addresses and what is to be asked about them. */
export function useNoteRecipients(
  of: Pick<CaseDetail, "ref" | "administrationId" | "right">,
  picked: PickedForNote,
  onChange: (picked: PickedForNote) => void,
) {
  const typed = typedAddresses(picked.recipients)
  const checks = useAddressChecks(of.ref, typed)
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  /** The button that answers goes with its question, unless another one follows. */
  const goOn = () => void setTimeout(() => document.activeElement === document.body && input.current?.focus())
  return {
    of,
    picked,
    onChange,
    checks,
    /** Where recipients are typed. */
    input,
    /** A customer's address that nobody said yes to. */
    asked: typed.map(address => checks.get(address)).find(check => check && isCustomers(check, confirmed)),
    /** Addresses of customers that the writer said yes to. */
    confirmed: confirmed.filter(address => typed.includes(address)),
    confirm: (address: string) => {
      setConfirmed([...confirmed, address])
      onChange(picked)
      goOn()
    },
    leaveOut: (address: string) => {
      onChange({ ...picked, recipients: picked.recipients.filter(one => typedAddresses([one])[0] !== address) })
      goOn()
    },
  }
}

function isCustomers({ belongsTo, address }: AddressCheck, confirmed: readonly string[]): boolean {
  return (belongsTo === "customer" || belongsTo === "other-customer") && !confirmed.includes(address)
}
