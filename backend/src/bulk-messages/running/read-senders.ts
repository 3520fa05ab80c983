import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { copiedPeopleOf } from "../../relations/copied-people.ts"
import { signatureFor } from "../../signatures/resolve-signature.ts"
import type { AdministrationRow } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"
import { fromNameOf, type Sender } from "./make-message.ts"

/** Sender name, signature and copied people of each of these administrations, as they are now. */
export async function readSenders(
  context: Context,
  tx: Transaction,
  { bulk, administrations }: { bulk: BulkRow; administrations: AdministrationRow[] },
): Promise<Map<string, Sender>> {
  const places = new Map(administrations.map(one => [one.id, one]))
  const people = await copiedPeopleOf(tx, {
    administrationIds: [...places.keys()],
    asked: [...bulk.content.cc, ...bulk.content.bcc],
  })
  const senders = new Map<string, Sender>()
  for (const [id, administration] of places) {
    const signature = await signatureFor(tx, context, id)
    senders.set(id, {
      fromName: fromNameOf(context, administration.senderName),
      signatureHtml: signature.html,
      people: people.get(id) ?? new Map(),
    })
  }
  return senders
}
