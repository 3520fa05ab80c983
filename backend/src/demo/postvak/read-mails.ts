import { and, asc, eq, isNotNull } from "drizzle-orm"
import { users } from "../../access/tables.ts"
import { contacts, customers } from "../../cases/tables.ts"
import type { House } from "../../context.ts"
import { relations } from "../../relations/tables.ts"
import { reading } from "../grootboek/read-cases.ts"

/** A mail in the webmail's inbox: from somebody the demo organisation knows, with a made-up text. */
export type DemoMail = { name: string; address: string; subject: string; text: string; when: string; isUnread: boolean }

const texts: readonly (readonly [subject: string, text: string, when: string])[] = [
  [
    "Loading window Tuesday",
    "Could you confirm dock 3 for the second truck? The driver is there at a quarter to eight.",
    "14:11",
  ],
  [
    "Draft reply to the objection",
    "Please find enclosed our first draft. I would like your remarks before Wednesday.",
    "13:40",
  ],
  ["Delivery note 12 September", "Found it, photo attached. The original is with the driver until Friday.", "11:02"],
  ["Claim 2026-118", "We have received your claim and come back to it within five working days.", "10:37"],
  ["Permit crane Leidsche Rijn", "Your application was registered. We need a drawing of the site.", "10:20"],
  ["Month end", "Shall we go through the list at four? I have the open items ready.", "09:48"],
  ["Dossier 4410", "Le dossier est en cours, nous vous tiendrons au courant.", "09:15"],
  ["Accruals October", "Two questions about the invoices that came in after the close.", "08:56"],
  ["Dispatch roster", "Roster of week 48, with the change of Thursday in it.", "08:32"],
  ["Prices of steel", "Prices went up again on 1 December; orders until then go at the old ones.", "08:10"],
  ["Limit renewed", "The limit for customer 10482 was renewed until 1 July.", "Fri"],
  ["Parking on Friday", "The gate will be closed from noon. Please use the entrance at the back.", "Fri"],
  ["Holiday cover", "I am away from 21 December. Who takes the reminders?", "Fri"],
  ["Site meeting", "Minutes attached. Points 3 and 5 are for you.", "Thu"],
  ["Our invoice 88121", "Please find enclosed our invoice for the transport of last week.", "Thu"],
  ["Training day", "Sign up before the end of the month, there are four places left.", "Thu"],
  ["Receipt", "We received your payment, thank you.", "Wed"],
  ["Statement 11", "Your statement of this month is ready.", "Wed"],
]

/** The inbox, newest first. Whom it comes from is read from the demo organisation: its relations, colleagues and some of its customers' contacts. */
export async function readMails(house: House): Promise<DemoMail[]> {
  const people = await reading(house, async tx => {
    const { name, address } = relations
    const [known, colleagues, written] = [
      await tx.select({ name, address }).from(relations).orderBy(asc(relations.name)),
      await tx.select({ name: users.name, address: users.email }).from(users).orderBy(asc(users.name)),
      await tx
        .select({ name: customers.name, address: contacts.address })
        .from(contacts)
        .innerJoin(customers, eq(customers.id, contacts.customerId))
        .where(and(eq(contacts.purpose, "general"), isNotNull(contacts.address)))
        .orderBy(asc(customers.number))
        .limit(6),
    ]
    return [...known.reverse(), ...colleagues, ...written]
  })
  const from = people ?? []
  if (from.length === 0) return []
  return texts.map(([subject, text, when], place) => {
    const person = from[place % from.length]
    return { name: person?.name ?? "", address: person?.address ?? "", subject, text, when, isUnread: place < 2 }
  })
}
