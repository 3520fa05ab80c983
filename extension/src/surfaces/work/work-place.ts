import { type CaseKind, CaseRef } from "@casepost/shared/cases"

/** The parts of the full tab, as its address names them: `#/invoices`. */
export const workAreas = ["customers", "matters", "invoices", "inbox", "bulk"] as const
export type WorkArea = (typeof workAreas)[number]

export const kindOfArea: Partial<Record<WorkArea, CaseKind>> = {
  customers: "customer",
  matters: "matter",
  invoices: "invoice",
}
export const areaOfKind: Record<CaseKind, WorkArea> = { customer: "customers", matter: "matters", invoice: "invoices" }

/** Where somebody is: a part, the case or bulk message open in it, and the filter of an overview as a query. */
export type WorkPlace = {
  area: WorkArea
  open?: CaseRef | undefined
  bulkId?: string | undefined
  query: string
}

/**
 * Reads `invoices?overdue=20`, `invoices/{id}?overdue=20`, `inbox/{kind}/{id}`, `bulk/{id}`; anything else is the invoices.
 */
export function readWorkPlace(place: string): WorkPlace {
  const [path = "", query = ""] = place.split(/\?(.*)/s)
  const [first, second, third] = path.split("/")
  const area = workAreas.find(one => one === first)
  if (!area) return { area: "invoices", query: "" }
  const kind = kindOfArea[area]
  if (area === "bulk") return { area, bulkId: second || undefined, query }
  const open = CaseRef.safeParse(kind ? { kind, id: second } : { kind: second, id: third })
  return { area, open: open.success ? open.data : undefined, query }
}

export function writeWorkPlace({ area, open, bulkId, query }: WorkPlace): string {
  const inside = area === "bulk" ? [bulkId] : kindOfArea[area] ? [open?.id] : [open?.kind, open?.id]
  const path = [area, ...inside].filter(Boolean).join("/")
  return query ? `${path}?${query}` : path
}
