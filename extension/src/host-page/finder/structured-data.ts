import type { CaseKindFound, FoundText } from "../findings"

const most = 20

/**
 * What a page says of itself in JSON-LD or microdata (schema.org): an Invoice's or Order's number, the customer's account. Blocks longer than
 * 100,000 characters are left alone.
 */
export function readStructuredData(): FoundText[] {
  const texts: FoundText[] = []
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 10)) {
    const json = script.textContent ?? ""
    if (json.length <= 100_000) gather(parsed(json), { texts, depth: 0 })
  }
  for (const item of [
    ...document.querySelectorAll('[itemtype*="schema.org/Invoice"], [itemtype*="schema.org/Order"]'),
  ].slice(0, 5)) {
    // What is a property of another item, such as the order of an invoice, is another record.
    if (item.hasAttribute("itemprop")) continue
    for (const [name, kind] of Object.entries(names))
      for (const element of ownProperties(item, name))
        add(texts, { value: element.getAttribute("content") ?? element.textContent, kind })
  }
  return texts.slice(0, most)
}

/** https://schema.org/Invoice, https://schema.org/Order; `referencesOrder` is another record and is not read. */
const names: Record<string, CaseKindFound> = {
  confirmationNumber: "invoice",
  orderNumber: "invoice",
  identifier: "invoice",
  invoiceNumber: "invoice",
  accountId: "customer",
}

function ownProperties(item: Element, name: string): Element[] {
  const all = [...item.querySelectorAll(`[itemprop~="${name}"]`)]
  return all.filter(element => element.parentElement?.closest("[itemscope]") === item).slice(0, 3)
}

function gather(node: unknown, { texts, depth }: { texts: FoundText[]; depth: number }): void {
  if (depth > 4 || texts.length >= most || typeof node !== "object" || node === null) return
  if (Array.isArray(node)) {
    for (const one of node.slice(0, 50)) gather(one, { texts, depth: depth + 1 })
    return
  }
  const item = node as Record<string, unknown>
  const types = [item["@type"]].flat().map(type => String(type).split(/[/#:]/).at(-1))
  if (types.includes("Invoice") || types.includes("Order")) {
    for (const [name, kind] of Object.entries(names)) add(texts, { value: plainValue(item[name]), kind })
    const customer = item.customer as Record<string, unknown> | undefined
    if (typeof customer === "object" && customer) {
      add(texts, { value: plainValue(customer.identifier), kind: "customer" })
      addAddress(texts, customer.email)
    }
  }
  for (const name of ["@graph", "mainEntity", "mainEntityOfPage"]) gather(item[name], { texts, depth: depth + 1 })
}

function plainValue(value: unknown): unknown {
  return typeof value === "object" && value !== null && "value" in value ? value.value : value
}

function add(texts: FoundText[], { value, kind }: { value: unknown; kind: CaseKindFound }): void {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : ""
  if (text.length < 2 || text.length > 64 || !/\d/.test(text)) return
  if (!texts.some(one => one.text === text)) texts.push({ text, as: "number", kind })
}

function addAddress(texts: FoundText[], value: unknown): void {
  if (typeof value !== "string" || value.length > 254) return
  const address = value.replace(/^mailto:/i, "").trim()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) texts.push({ text: address, as: "address", kind: "customer" })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
