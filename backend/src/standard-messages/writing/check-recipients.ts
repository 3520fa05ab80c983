import { Problem, type ProblemField } from "@casepost/shared/problems"
import type { DefaultRecipientInput } from "@casepost/shared/standard-messages"
import type { Transaction } from "../../database.ts"
import { copiedPeople } from "../../relations/copied-people.ts"
import { keyOf } from "../describing/read-default-recipients.ts"

export type CheckedRecipient = { role: "cc" | "bcc"; recipient: DefaultRecipientInput; name: string | null }

type ToCheck = {
  administrationId: string
  cc: DefaultRecipientInput[]
  bcc: DefaultRecipientInput[]
  /** What those are called that it has: they may stay, available or not. */
  before?: ReadonlyMap<string, string>
}

/**
 * Who is copied in by default, each once (CC before BCC), with what relations and colleagues are called now.
 * @throws Problem relation-unavailable (names the place, `cc.0`) for those not of this administration
 */
export async function checkRecipients(tx: Transaction, toCheck: ToCheck): Promise<CheckedRecipient[]> {
  const { administrationId, cc, bcc, before = new Map<string, string>() } = toCheck
  const people = await copiedPeople(tx, { administrationId, asked: [...cc, ...bcc] })
  const fields: ProblemField[] = []
  const checked = new Map<string, CheckedRecipient>()
  for (const [role, recipients] of [["cc", cc] as const, ["bcc", bcc] as const])
    for (const [place, recipient] of recipients.entries()) {
      const key = keyOf(recipient)
      const known = people.get(key)?.name ?? before.get(key)
      if (recipient.kind !== "typed" && known === undefined)
        fields.push({
          path: `${role}.${place}`,
          detail: `This ${recipient.kind} is not available in this administration. Take it out, or make it available here first.`,
        })
      const name = recipient.kind === "typed" ? (recipient.name ?? null) : (known ?? null)
      if (!checked.has(key)) checked.set(key, { role, recipient, name })
    }
  if (fields[0]) throw new Problem("relation-unavailable", fields[0].detail, { fields })
  return [...checked.values()]
}
