import type { CaseRef } from "@casepost/shared/cases"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"
import { customers, invoices, matters } from "./tables.ts"

/** A case with what nearly every deed about it needs. */
export type FoundCase = {
  ref: CaseRef
  /** The customer's, matter's or invoice's own number. */
  number: string
  organisationId: string
  administrationId: string
  customerId: string
  customerName: string
  customerNumber: string
  customerLanguage: string | null
  /** The reason why this customer must not be messaged, if marked so. */
  doNotMessage: string | null
  administration: {
    name: string
    senderName: string
    senderAddress: string
    replyAddress: string
    timeZone: string
    defaultLanguage: string
    fallbackLanguage: string
  }
}

/** A case within the transaction's scope, in one query; no right is checked (see `require-case`). */
export async function findCase(tx: Transaction, caseRef: CaseRef): Promise<FoundCase | undefined> {
  if (!validate(caseRef.id)) return undefined
  const query = tx
    .select({ number: tables[caseRef.kind].number, ...aboutTheCustomer })
    .from(customers)
    .innerJoin(administrations, eq(administrations.id, customers.administrationId))
    .$dynamic()
  if (caseRef.kind !== "customer")
    query.innerJoin(tables[caseRef.kind], eq(tables[caseRef.kind].customerId, customers.id))
  const [row] = await query.where(eq(tables[caseRef.kind].id, caseRef.id))
  return row && { ref: { kind: caseRef.kind, id: caseRef.id.toLowerCase() }, ...row }
}

const tables = {
  customer: customers as never as typeof matters,
  matter: matters,
  invoice: invoices as never as typeof matters,
}

const aboutTheCustomer = {
  organisationId: customers.organisationId,
  administrationId: customers.administrationId,
  customerId: customers.id,
  customerName: customers.name,
  customerNumber: customers.number,
  customerLanguage: customers.language,
  doNotMessage: customers.doNotMessage,
  administration: {
    name: administrations.name,
    senderName: administrations.senderName,
    senderAddress: administrations.senderAddress,
    replyAddress: administrations.replyAddress,
    timeZone: administrations.timeZone,
    defaultLanguage: administrations.defaultLanguage,
    fallbackLanguage: administrations.fallbackLanguage,
  },
}
