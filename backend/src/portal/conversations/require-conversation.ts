import type { CaseRef } from "@casepost/shared/cases"
import { Problem } from "@casepost/shared/problems"
import { type FoundCase, findCase } from "../../cases/find-case.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { requireCustomer } from "../known-customer.ts"

/** A case of the session's own, or the same not-found for what is missing, another customer's, or outside its one conversation. */
export async function requireConversation(context: Context, tx: Transaction, caseRef: CaseRef): Promise<FoundCase> {
  const actor = requireCustomer(context)
  const found = await findCase(tx, caseRef)
  const outside =
    actor.scope === "conversation" && (actor.caseKind !== caseRef.kind || actor.caseId !== caseRef.id.toLowerCase())
  if (!found || outside || found.customerId !== actor.customerId)
    throw new Problem("not-found", "There is nothing here, or nothing you may see.")
  return found
}
