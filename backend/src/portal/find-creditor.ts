import { eq } from "drizzle-orm"
import type { House } from "../context.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "../organisations/tables.ts"

/** Who a customer owes to, as the portal shows it. */
export type Creditor = {
  id: string
  name: string
  legalName: string
  /** `#17594A` */
  brandColour: string
  /** IANA */
  timeZone: string
}

/** The administration as customers know it, within the transaction's scope. */
export async function findCreditor(tx: Transaction, administrationId: string): Promise<Creditor | undefined> {
  const [row] = await tx.select(creditorColumns).from(administrations).where(eq(administrations.id, administrationId))
  return row
}

export const creditorColumns = {
  id: administrations.id,
  name: administrations.senderName,
  legalName: administrations.legalName,
  brandColour: administrations.brandColour,
  timeZone: administrations.timeZone,
}

/** The creditor of a link or, without one, the only one this house serves; among several none may be named to a stranger. */
export async function findCreditorAtTheDoor(house: House, administrationId?: string): Promise<Creditor | undefined> {
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    if (administrationId) return findCreditor(tx, administrationId)
    const rows = await tx.select(creditorColumns).from(administrations).limit(2)
    return rows.length === 1 ? rows[0] : undefined
  })
}
