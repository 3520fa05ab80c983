import { eq } from "drizzle-orm"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { accessCode } from "../access-code.ts"
import { requireCase } from "../require-case.ts"
import { customers } from "../tables.ts"

/** What stands in a letter: where to go, and what to type there. */
export type CustomerCode = { customerNumber: string; code: string; portalUrl: string }

/** The code a customer without a link enters the portal with. @throws Problem not-found */
export async function getAccessCode(context: Context, customerId: string): Promise<CustomerCode> {
  return context.transaction(async tx => {
    await requireCase(context, tx, { kind: "customer", id: customerId }, "restricted")
    return codeOf(context, tx, customerId)
  })
}

/** The code as it is now, of a customer whose case was found before. */
export async function codeOf(context: Context, tx: Transaction, customerId: string): Promise<CustomerCode> {
  const [customer] = await tx
    .select({ id: customers.id, number: customers.number, accessCodeVersion: customers.accessCodeVersion })
    .from(customers)
    .where(eq(customers.id, customerId))
  if (!customer) throw new Error(`The customer ${customerId} went away in its own transaction.`)
  const { config } = context
  return {
    customerNumber: customer.number,
    code: accessCode(config, customer),
    portalUrl: `${config.publicUrl}/portal`,
  }
}
