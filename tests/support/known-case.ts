import type { CaseKind } from "@casepost/shared/cases"
import type { KnownCase } from "../../extension/src/tools/recognise/matching"

type Given = {
  kind?: CaseKind
  number: string
  /** The text that the backend says matched; the number, unless given. */
  found?: string
  customerName?: string
  id?: string
  customerId?: string
}

/** A case as `cases/lookup` answers it. */
export function knownCase({ kind = "invoice", number, ...given }: Given): KnownCase {
  return {
    ref: { kind, id: given.id ?? `${kind}-${number}` },
    number,
    customerId: given.customerId ?? (kind === "customer" ? (given.id ?? `${kind}-${number}`) : "customer-x"),
    customerName: given.customerName ?? "Bakkerij Van den Berg B.V.",
    administrationId: "administration-1",
    administrationName: "Van der Meer Bouwmaterialen",
    open: [{ amount: "100.00", currency: "EUR" }],
    dueDate: "2026-10-01",
    daysOverdue: 30,
    state: "open",
    openInvoices: 1,
    unread: 0,
    found: given.found ?? number,
  }
}
