import type { CaseRef } from "@casepost/shared/cases"
import { canBeSeen } from "@casepost/shared/contract"
import type { Facts, FactValue } from "@casepost/shared/facts"
import type { PlaceholderName } from "@casepost/shared/placeholders"
import type { Transaction } from "../../database.ts"
import { daysOverdue } from "../days-overdue.ts"
import { languageOf } from "../language-of.ts"
import { plainAmount } from "../plain-amount.ts"
import { type FactRow, readFactRows } from "./read-fact-rows.ts"
import { type OpenInvoices, readOpenInvoices } from "./read-open-invoices.ts"

export type FactsAsked = {
  refs: readonly CaseRef[]
  /** Who sends it; none: an API key, which has no name that customers know. */
  sender: { name: string; email: string } | null
  now: Date
  /** What the text asks for; none: everything. Open invoices are read only where they are asked for. */
  only?: readonly PlaceholderName[]
}

/**
 * What is known of cases, by their ids; at most three queries for all of them. Those outside the transaction's scope are left out, and no
 * right is checked. A fact that is missing is missing in `values`: an invoice has no `openInvoices`, a customer no `invoice`, what is not
 * overdue no days overdue, and where nothing is open no total. What is open of a settled invoice is 0, which is a value.
 */
export async function factsOfCases(
  tx: Transaction,
  { refs, sender, now, only }: FactsAsked,
): Promise<Map<string, Facts>> {
  if (refs.length === 0) return new Map()
  const rows = await readFactRows(tx, refs)
  const open = await openOf(tx, { refs, only })
  return new Map(
    rows.map(row => [
      row.id,
      {
        language: languageOf({ contact: row.contactLanguage, customer: row.customerLanguage, administration: row }),
        values: known({
          ...valuesOf(row, now),
          ...openValues(row, open.get(row.id)),
          "user.name": text(sender?.name),
          "user.email": text(sender?.email),
          "portal.link": { kind: "portal-link" },
        }),
      },
    ]),
  )
}

type Values = Partial<Record<PlaceholderName, FactValue | undefined>>

const openNames: readonly PlaceholderName[] = [
  "case.openAmount",
  "openInvoices.total",
  "openInvoices.count",
  "openInvoices.table",
]

async function openOf(
  tx: Transaction,
  { refs, only }: Pick<FactsAsked, "refs" | "only">,
): Promise<Map<string, OpenInvoices>> {
  const asked = refs.filter(ref => ref.kind !== "invoice")
  if (asked.length === 0 || (only && !openNames.some(name => only.includes(name)))) return new Map()
  return readOpenInvoices(tx, { refs: asked, rows: !only || only.includes("openInvoices.table") })
}

function valuesOf(row: FactRow, now: Date): Values {
  return {
    "customer.name": text(row.customerName),
    "customer.number": text(row.customerNumber),
    "customer.street": text(row.street),
    "customer.postcode": text(row.postcode),
    "customer.city": text(row.city),
    "contact.name": text(row.contactName),
    "contact.salutation": text(row.salutation),
    "contact.address": text(row.address),
    "case.number": text(row.number),
    "matter.number": text(row.matterNumber),
    "matter.description": text(row.matterDescription),
    "matter.openedOn": row.matterOpenedOn ? { kind: "date", date: row.matterOpenedOn } : undefined,
    "administration.name": text(row.senderName),
    "administration.replyAddress": text(row.replyAddress),
    ...invoiceValues(row, now),
  }
}

function invoiceValues({ number, invoice, timeZone }: FactRow, now: Date): Values {
  if (!invoice) return {}
  const { amount, openAmount, currency, invoiceDate, dueDate, state } = invoice
  const money = (stored: string): FactValue => ({ kind: "money", amounts: [{ amount: plainAmount(stored), currency }] })
  const isOpen = state === "open"
  const overdue = isOpen && Number(openAmount) > 0 ? daysOverdue(dueDate, timeZone, now) : 0
  return {
    "case.openAmount": money(isOpen ? openAmount : "0"),
    "invoice.number": text(number),
    "invoice.amount": money(amount),
    "invoice.openAmount": money(isOpen ? openAmount : "0"),
    "invoice.date": { kind: "date", date: invoiceDate },
    "invoice.dueDate": { kind: "date", date: dueDate },
    "invoice.daysOverdue": overdue > 0 ? { kind: "count", count: overdue } : undefined,
  }
}

/** Of a customer or matter; a count of none is still a value, a total of nothing is none. */
function openValues({ kind }: FactRow, open: OpenInvoices | undefined): Values {
  if (kind === "invoice") return {}
  const { totals, count, invoices } = open ?? { totals: [], count: 0, invoices: [] }
  const total: FactValue | undefined = totals.length > 0 ? { kind: "money", amounts: totals } : undefined
  return {
    "case.openAmount": total,
    "openInvoices.total": total,
    "openInvoices.count": { kind: "count", count },
    "openInvoices.table":
      invoices.length > 0 ? { kind: "invoices", invoices, more: count - invoices.length } : undefined,
  }
}

function text(written: string | null | undefined): FactValue | undefined {
  return written && canBeSeen(written) ? { kind: "text", text: written } : undefined
}

function known(values: Values): Facts["values"] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
