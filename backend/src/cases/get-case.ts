import type { CaseDetail, CaseRef } from "@casepost/shared/cases"
import type { Context } from "../context.ts"
import { caseDetail } from "./case-detail.ts"
import { requireCase } from "./require-case.ts"

/** A case with its customer's contacts, addresses and marks. @throws Problem not-found */
export function getCase(context: Context, caseRef: CaseRef): Promise<CaseDetail> {
  return context.transaction(async tx => caseDetail(context, tx, await requireCase(context, tx, caseRef, "restricted")))
}
