import { eq, sql } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import { requireCase } from "../require-case.ts"
import { customers } from "../tables.ts"
import { type CustomerCode, codeOf } from "./get-access-code.ts"

/** Gives the customer a new code; the old one stops working at once. @throws Problem not-found, not-allowed */
export async function renewAccessCode(context: Context, customerId: string): Promise<CustomerCode> {
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, { kind: "customer", id: customerId }, "standard")
    await tx
      .update(customers)
      .set({ accessCodeVersion: sql`${customers.accessCodeVersion} + 1` })
      .where(eq(customers.id, customerId))
    await recordAudit(tx, context, {
      deed: "renewAccessCode",
      subject: { kind: "customer", id: customerId },
      administrationId: found.administrationId,
      detail: { number: found.number },
    })
    return codeOf(context, tx, customerId)
  })
}
