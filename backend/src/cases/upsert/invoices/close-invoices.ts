import { inArray } from "drizzle-orm"
import type { Context } from "../../../context.ts"
import type { Transaction } from "../../../database.ts"
import { indexCases } from "../../search/index-cases.ts"
import { invoices } from "../../tables.ts"

const piece = 5000

/** Closes invoices that their source no longer names as open; what was open on them stays written down. */
export async function closeInvoices(context: Context, tx: Transaction, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += piece) {
    const some = ids.slice(at, at + piece)
    await tx.update(invoices).set({ state: "closed", asOf: context.now() }).where(inArray(invoices.id, some))
    await indexCases(tx, "invoice", some)
  }
}
