import { administrationRights, memberships, users } from "@casepost/backend/access/tables"
import { refreshCaseRows } from "@casepost/backend/cases/overview/refresh-case-rows"
import { contacts, customers, invoices, matterInvoices, matters } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { type Context, type House, makeContext } from "@casepost/backend/context"
import { addNote } from "@casepost/backend/notes/add-note"
import { administrations, organisations } from "@casepost/backend/organisations/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import type { Right } from "@casepost/shared/access"
import type { CaseRef } from "@casepost/shared/cases"
import { AddNoteBody, type NoteEntry } from "@casepost/shared/notes"
import type * as z from "zod"

/** An organisation with one administration and a user for each right: a world in one line. */
export type World = {
  organisationId: string
  administrationId: string
  admin: Context
  standard: Context
  restricted: Context
}

export async function makeWorld(house: House, name = "Van der Meer Groep"): Promise<World> {
  const organisationId = newId()
  await house.database.owner.insert(organisations).values({ id: organisationId, name })
  const administrationId = await makeAdministration(house, organisationId, { name: `${name} NL` })
  const user = (userName: string, right: Right) => makeUser(house, organisationId, { name: userName, right })
  return {
    organisationId,
    administrationId,
    admin: await user("Demo Admin", "administrator"),
    standard: await user("Sanne de Wit", "standard"),
    restricted: await user("Rick Bos", "restricted"),
  }
}

export async function makeAdministration(
  house: House,
  organisationId: string,
  values: Partial<typeof administrations.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await house.database.owner.insert(administrations).values({
    id,
    organisationId,
    name: `Administration ${id}`,
    senderName: "Van der Meer Bouwmaterialen",
    legalName: "Van der Meer Bouwmaterialen B.V.",
    senderAddress: "debiteuren@vdmbouw.example",
    replyAddress: "antwoord@vdmbouw.example",
    ...values,
  })
  return id
}

/** A user with a membership, as the context of a request of hers. `only` gives rights per administration beside `right`. */
export async function makeUser(
  house: House,
  organisationId: string,
  values: { name?: string; right?: Right; only?: Record<string, Right> } = {},
): Promise<Context> {
  const { name = "Joost Bakker", right = "standard", only = {} } = values
  const userId = newId()
  const email = `user-${userId}@vdmbouw.example`
  const membershipId = newId()
  const db = house.database.owner
  await db.insert(users).values({ id: userId, name, email, emailVerified: true })
  await db.insert(memberships).values({ id: membershipId, organisationId, userId, organisationRight: right })
  for (const [administrationId, held] of Object.entries(only))
    await db.insert(administrationRights).values({ organisationId, membershipId, administrationId, held })
  return contextOf(house, { userId, name, email, organisationId })
}

/** The context as `find-session` would make it now: rights are read afresh. */
export async function contextOf(
  house: House,
  user: { userId: string; name: string; email: string; organisationId: string },
): Promise<Context> {
  const { readRights } = await import("@casepost/backend/access/read-rights")
  const rights = await readRights(house, user.userId, user.organisationId)
  if (!rights) throw new Error("This user has no membership.")
  const { userId, name, email } = user
  return makeContext(house, {
    actor: { kind: "user", userId, name, email, rights },
    organisationId: user.organisationId,
  })
}

type Place = { organisationId: string; administrationId: string }

export async function makeCustomer(
  house: House,
  place: Place,
  values: Partial<typeof customers.$inferInsert> & { address?: string | null } = {},
): Promise<{ id: string; number: string; name: string; contactId: string }> {
  const { address = `info-${newId().slice(-8)}@jansen.example`, ...rest } = values
  const id = newId()
  const number = rest.number ?? `C-${id.slice(-8)}`
  const name = rest.name ?? "Jansen & Zonen Aannemers B.V."
  const contactId = newId()
  const { organisationId, administrationId } = place
  const db = house.database.owner
  await db.insert(customers).values({ id, organisationId, administrationId, ...rest, number, name })
  await db.insert(contacts).values({
    id: contactId,
    organisationId,
    customerId: id,
    name: "Peter Jansen",
    salutation: "Mr Jansen",
    address,
    importedAddress: address,
    purpose: "general",
  })
  await refreshCaseRows(db, [id])
  return { id, number, name, contactId }
}

export async function makeInvoice(
  house: House,
  place: Place & { customerId: string },
  values: Partial<typeof invoices.$inferInsert> = {},
): Promise<{ id: string; number: string }> {
  const id = newId()
  const number = values.number ?? `VF-${id.slice(-10)}`
  const { organisationId, administrationId, customerId } = place
  const db = house.database.owner
  await db.insert(invoices).values({
    id,
    organisationId,
    administrationId,
    customerId,
    amount: "12480.50",
    openAmount: "12480.50",
    currency: "EUR",
    invoiceDate: "2026-09-17",
    dueDate: "2026-10-17",
    ...values,
    number,
  })
  await refreshCaseRows(db, [id])
  return { id, number }
}

export async function makeMatter(
  house: House,
  place: Place & { customerId: string; invoiceIds?: string[] },
  values: Partial<typeof matters.$inferInsert> = {},
): Promise<{ id: string; number: string }> {
  const id = newId()
  const number = values.number ?? `M-${id.slice(-8)}`
  const { organisationId, administrationId, customerId, invoiceIds = [] } = place
  const db = house.database.owner
  await db
    .insert(matters)
    .values({ id, organisationId, administrationId, customerId, openedOn: "2026-10-20", ...values, number })
  for (const invoiceId of invoiceIds)
    await db.insert(matterInvoices).values({ organisationId, matterId: id, invoiceId })
  await refreshCaseRows(db, [id])
  return { id, number }
}

/** A relation, available in the administrations given and nowhere else. */
export async function makeRelation(
  house: House,
  organisationId: string,
  values: { name?: string; address?: string; administrationIds?: string[] } = {},
): Promise<{ id: string; name: string; address: string }> {
  const id = newId()
  const name = values.name ?? "Smit & Hoekstra Bailiffs"
  const address = values.address ?? `dossiers-${id.slice(-8)}@smithoekstra.example`
  const db = house.database.owner
  await db.insert(relations).values({ id, organisationId, name, address })
  for (const administrationId of values.administrationIds ?? [])
    await db.insert(relationAdministrations).values({ organisationId, relationId: id, administrationId })
  return { id, name, address }
}

/** An internal note on a case, as the application would write it after reading the request. */
export function makeNote(
  context: Context,
  caseRef: CaseRef,
  values: Partial<z.input<typeof AddNoteBody>> = {},
): Promise<NoteEntry> {
  const bodyHtml = "<p>By phone: he names a date before 30 Nov.</p>"
  return addNote(context, AddNoteBody.parse({ caseRef, bodyHtml, ...values }))
}

/** A key of the organisation's own system for these administrations, as the context of a request of it. */
export function makeKey(house: House, organisationId: string, administrationIds: string[]): Context {
  const actor = { kind: "api-key" as const, keyId: newId(), name: "Ledger export", administrationIds }
  return makeContext(house, { actor, organisationId })
}
