import { contacts } from "@casepost/backend/cases/tables"
import type { House } from "@casepost/backend/context"
import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { PlaceholderName } from "@casepost/shared/placeholders"
import { eq } from "drizzle-orm"
import { makeCustomer, makeInvoice, makeMatter, makeWorld, type World } from "./make.ts"

export const fullCasesAddress = "info@jansen.example"

/** A customer, a matter and an invoice of which every fact is known that such a case can have. */
export type FullCase = {
  world: World
  customerId: string
  matterId: string
  invoiceId: string
  refs: Record<CaseRef["kind"], CaseRef>
}

export async function makeFullCase(house: House, language: Language = "en"): Promise<FullCase> {
  const world = await makeWorld(house)
  const customer = await makeCustomer(house, world, {
    name: "Jansen & Zonen <Aannemers> B.V.",
    street: "Kade 1",
    postcode: "3011 AB",
    city: "Rotterdam",
    address: fullCasesAddress,
  })
  await house.database.owner.update(contacts).set({ language }).where(eq(contacts.customerId, customer.id))
  const place = { ...world, customerId: customer.id }
  const invoice = await makeInvoice(house, place, { dueDate: "2026-01-17" })
  await makeInvoice(house, place, { amount: "20", openAmount: "20", currency: "USD" })
  const matter = await makeMatter(
    house,
    { ...place, invoiceIds: [invoice.id] },
    { description: "Collection, second round" },
  )
  return {
    world,
    customerId: customer.id,
    matterId: matter.id,
    invoiceId: invoice.id,
    refs: {
      customer: { kind: "customer", id: customer.id },
      matter: { kind: "matter", id: matter.id },
      invoice: { kind: "invoice", id: invoice.id },
    },
  }
}

/** Which kinds of case a fact exists for, where everything is known. */
export function kindsOf(name: PlaceholderName): CaseRef["kind"][] {
  if (name.startsWith("invoice.")) return ["invoice"]
  if (name.startsWith("matter.")) return ["matter", "invoice"]
  if (name.startsWith("openInvoices.")) return ["customer", "matter"]
  return ["customer", "matter", "invoice"]
}
