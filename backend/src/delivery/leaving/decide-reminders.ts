import { and, eq, inArray } from "drizzle-orm"
import { contacts, customers } from "../../cases/tables.ts"
import type { Transaction } from "../../database.ts"
import type { DueReminder } from "../leave-notes.ts"
import { suppressedReasons } from "./decide-recipients.ts"
import { colleagueAddress, type ReadAddress, relationAddress } from "./read-addresses.ts"

/** What becomes of one who is to be reminded, and the address of now. `reason`: in words for whoever set the reminder. */
export type DecidedReminder = {
  due: DueReminder
  address: string
  state: "queued" | "left-out" | "suppressed"
  reason: string | null
}

/**
 * Decides for reminders whose moment has come. An address that is a customer's by now is left out, unless whoever set the reminder confirmed
 * it. Of one reminder an address gets one mail.
 */
export async function decideReminders(tx: Transaction, due: DueReminder[]): Promise<DecidedReminder[]> {
  const read: { one: DueReminder; now: ReadAddress }[] = []
  for (const one of due) read.push({ one, now: await addressNow(tx, one) })
  const among = read.map(({ one, now }) => ({ organisationId: one.note.organisationId, address: now.address }))
  const suppressed = await suppressedReasons(tx, among)
  const ofCustomers = await customersAt(tx, among)
  const seen = new Set<string>()
  return read.map(({ one, now }) => {
    const { reminder, note } = one
    const address = now.address ?? reminder.address
    const place = `${note.organisationId} ${address}`
    const customer = reminder.confirmed && address === reminder.address ? undefined : ofCustomers.get(place)
    const once = `${note.id} ${reminder.at.getTime()} ${address}`
    const decided = (state: DecidedReminder["state"], reason: string | null) => ({ due: one, address, state, reason })
    if (now.leftOut !== null) return decided("left-out", now.leftOut)
    if (customer !== undefined)
      return decided("left-out", `${address} belongs to the customer ${customer} now, and a note is internal.`)
    if (seen.has(once)) return decided("left-out", `${address} already gets this reminder.`)
    seen.add(once)
    const refused = suppressed.get(place)
    return refused ? decided("suppressed", refused) : decided("queued", null)
  })
}

async function addressNow(tx: Transaction, { note, reminder }: DueReminder): Promise<ReadAddress> {
  if (reminder.kind === "relation") return relationAddress(tx, note, reminder)
  if (reminder.kind === "colleague") return colleagueAddress(tx, note, reminder)
  return { address: reminder.address, leftOut: null }
}

/** Which customers have these addresses, by `organisation address`. */
async function customersAt(
  tx: Transaction,
  among: { organisationId: string; address: string | null }[],
): Promise<Map<string, string>> {
  const addresses = among.flatMap(one => one.address ?? [])
  if (addresses.length === 0) return new Map()
  const rows = await tx
    .select({ organisationId: contacts.organisationId, address: contacts.address, name: customers.name })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(
      and(
        inArray(contacts.organisationId, [...new Set(among.map(one => one.organisationId))]),
        inArray(contacts.address, [...new Set(addresses)]),
      ),
    )
  return new Map(rows.map(row => [`${row.organisationId} ${row.address}`, row.name]))
}
