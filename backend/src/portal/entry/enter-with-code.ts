import type { Language } from "@casepost/shared/organisations"
import { Problem } from "@casepost/shared/problems"
import { and, eq, inArray } from "drizzle-orm"
import { isAccessCode } from "../../cases/access-code.ts"
import { languageOf } from "../../cases/language-of.ts"
import { contacts, customers, invoices } from "../../cases/tables.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { startSession } from "../session/start-session.ts"
import { limitTries } from "./limit-tries.ts"

/** Tries an hour: for one customer number, and from one network address. */
const triesOfNumber = 10
const triesFromAddress = 30
/** A number is unique within an administration only; so many customers may share one. */
const mostNamesakes = 200

export type CodeEntry = {
  number: string
  code: string
  /** The second fact: what it is, and what was typed. */
  by: "invoice" | "postcode"
  fact: string
  networkAddress: string
  language?: Language | undefined
}

/**
 * Lets a customer without a link in: number, access code and a second fact must all be right; which of them was not is never said.
 * @throws Problem wrong-code, too-many
 */
export async function enterWithCode(house: House, entry: CodeEntry): Promise<{ cookie: string }> {
  await limitTries(house, [
    { key: `number:${plain(entry.number)}`, most: triesOfNumber },
    { key: `address:${entry.networkAddress}`, most: triesFromAddress },
  ])
  const cookie = await house.database.inScope({ role: "casepost_system" }, async tx => {
    const customer = await findByCode(house, tx, entry)
    // Asked even where no customer was found: how long a refusal takes says nothing about what was right.
    const knows = await knowsFact(tx, { customerId: customer?.id ?? nobody, postcode: customer?.postcode, ...entry })
    if (!customer || !knows) return undefined
    return startSession(house, tx, {
      organisationId: customer.organisationId,
      administrationId: customer.administrationId,
      customerId: customer.id,
      scope: "customer",
      language: entry.language ?? languageOf(customer),
    })
  })
  if (!cookie) throw new Problem("wrong-code", "These details do not belong together. Check them and try again.")
  return { cookie }
}

const nobody = "00000000-0000-0000-0000-000000000000"

async function findByCode(house: House, tx: Transaction, { number, code }: CodeEntry) {
  const typed = number.trim()
  const namesakes = await tx
    .select({
      id: customers.id,
      organisationId: customers.organisationId,
      administrationId: customers.administrationId,
      accessCodeVersion: customers.accessCodeVersion,
      postcode: customers.postcode,
      customer: customers.language,
      contact: contacts.language,
      administration: {
        defaultLanguage: administrations.defaultLanguage,
        fallbackLanguage: administrations.fallbackLanguage,
      },
    })
    .from(customers)
    .innerJoin(administrations, eq(administrations.id, customers.administrationId))
    .leftJoin(contacts, and(eq(contacts.customerId, customers.id), eq(contacts.purpose, "general")))
    .where(inArray(customers.number, [typed, typed.toUpperCase()]))
    .limit(mostNamesakes)
  if (namesakes.length === 0) isAccessCode(house.config, { id: nobody, accessCodeVersion: 1 }, code)
  return namesakes.filter(customer => isAccessCode(house.config, customer, code))[0]
}

async function knowsFact(
  tx: Transaction,
  { customerId, postcode, by, fact }: Pick<CodeEntry, "by" | "fact"> & { customerId: string; postcode?: string | null },
): Promise<boolean> {
  const typed = plain(fact)
  const numbers = await tx.select({ number: invoices.number }).from(invoices).where(eq(invoices.customerId, customerId))
  if (typed === "") return false
  if (by === "postcode") return plain(postcode ?? "") === typed
  return numbers.some(invoice => plain(invoice.number) === typed)
}

/** As people type numbers and postcodes: capitals, spaces and dashes do not matter. */
function plain(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "")
}
