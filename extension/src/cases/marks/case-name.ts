import type { CaseKind } from "@casepost/shared/cases"
import { words } from "../words"

/** How a case is called: matters and invoices by their number, a customer as `Customer 10482`. */
export function caseName(kind: CaseKind, number: string): string {
  return kind === "customer" ? `${words.kinds.customer} ${number}` : number
}
