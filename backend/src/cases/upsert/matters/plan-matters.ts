import type { MatterRow } from "@casepost/shared/case-rows"
import type { Placed } from "../read-rows.ts"
import type { KnownMatter, MatterInvoice } from "./known-matters.ts"

export type MatterPlan = {
  known: KnownMatter | undefined
  next: Omit<KnownMatter, "id">
  changed: boolean
}

/** What the rows are held against. */
export type MattersAsTheyStand = {
  matters: ReadonlyMap<string, KnownMatter>
  invoices: ReadonlyMap<string, MatterInvoice>
  customers: ReadonlyMap<string, string>
  /** The administration's date, on which a matter without another closes. */
  today: string
}

/**
 * Row by row what would become of matters, in the order of the request: an earlier row that closes a matter or drops an invoice frees the
 * invoice for a later one. Rows that cannot be right get a reason instead.
 */
export function planMatters(
  rows: readonly Placed<MatterRow>[],
  stand: MattersAsTheyStand,
): { placed: Placed<MatterRow>; plan: MatterPlan | { refused: string } }[] {
  const openMatters = new Map([...stand.invoices.values()].map(one => [one.number, one.openMatter]))
  return rows.map(placed => {
    const { row } = placed
    const known = stand.matters.get(row.number)
    const refused = refusalOf(row, { ...stand, known, openMatters })
    if (refused) return { placed, plan: { refused } }
    for (const number of known?.invoiceNumbers ?? [])
      if (openMatters.get(number) === row.number) openMatters.set(number, null)
    if (row.state === "open") for (const number of row.invoiceNumbers) openMatters.set(number, row.number)
    return { placed, plan: planOf(row, known, stand.today) }
  })
}

type Standing = MattersAsTheyStand & { known: KnownMatter | undefined; openMatters: Map<string, string | null> }

function refusalOf(row: MatterRow, { known, customers, invoices, openMatters }: Standing): string | undefined {
  if (!customers.has(row.customerNumber))
    return `There is no customer ${row.customerNumber} in this administration; send the customer first.`
  if (known && known.customerNumber !== row.customerNumber)
    return `Matter ${row.number} belongs to customer ${known.customerNumber}; it cannot move to ${row.customerNumber}.`
  for (const number of row.invoiceNumbers) {
    const invoice = invoices.get(number)
    if (!invoice) return `There is no invoice ${number} in this administration; send the invoice first.`
    if (invoice.customerNumber !== row.customerNumber)
      return `Invoice ${number} belongs to customer ${invoice.customerNumber}, not to ${row.customerNumber}.`
    const other = openMatters.get(number)
    if (row.state === "open" && other && other !== row.number)
      return `Invoice ${number} is in matter ${other} already; close that one or take the invoice out of it first.`
  }
  return undefined
}

function planOf(row: MatterRow, known: KnownMatter | undefined, today: string): MatterPlan {
  const next = {
    number: row.number,
    customerNumber: row.customerNumber,
    description: row.description === undefined ? (known?.description ?? null) : row.description,
    state: row.state,
    openedOn: row.openedOn,
    closedOn: row.state === "closed" ? (row.closedOn ?? known?.closedOn ?? today) : null,
    invoiceNumbers: [...new Set(row.invoiceNumbers)].sort(),
    externalIds: row.externalIds ? [...new Set(row.externalIds)].sort() : (known?.externalIds ?? []),
  }
  return { known, next, changed: !known || JSON.stringify(sorted(known)) !== JSON.stringify(next) }
}

function sorted({ id: _, ...known }: KnownMatter): MatterPlan["next"] {
  const { number, customerNumber, description, state, openedOn, closedOn } = known
  const [invoiceNumbers, externalIds] = [known.invoiceNumbers.toSorted(), known.externalIds.toSorted()]
  return { number, customerNumber, description, state, openedOn, closedOn, invoiceNumbers, externalIds }
}
