import type { Right } from "@casepost/shared/access"
import type { CaseRef } from "@casepost/shared/cases"
import { notHere, requireRight } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { type FoundCase, findCase } from "./find-case.ts"

/**
 * The case a deed is about, when the actor has at least this right for its administration.
 * @throws Problem not-found (missing, another organisation's and no right look the same), not-allowed
 */
export async function requireCase(
  context: Context,
  tx: Transaction,
  caseRef: CaseRef,
  right: Exclude<Right, "none">,
): Promise<FoundCase> {
  const found = await findCase(tx, caseRef)
  if (!found || found.organisationId !== context.organisationId) throw notHere()
  requireRight(context, found.administrationId, right)
  return found
}
