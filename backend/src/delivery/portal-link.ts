import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { newId } from "../columns.ts"
import type { Config } from "../config.ts"
import type { House } from "../context.ts"
import { isAmong, type Transaction } from "../database.ts"
import { isTokenFor, tokenFor } from "../secrets.ts"
import { portalLinks } from "./tables.ts"

/** Days a mailed link opens the portal. */
export const portalLinkDays = 90

export type PortalLink = typeof portalLinks.$inferSelect

/** For whom a link is: the address it will be mailed to and what it may open. */
export type PortalLinkFor = Pick<
  typeof portalLinks.$inferInsert,
  | "organisationId"
  | "administrationId"
  | "customerId"
  | "caseKind"
  | "caseId"
  | "messageId"
  | "recipientId"
  | "address"
  | "personName"
  | "language"
> & {
  id?: string
  /** Whether the address is recorded for the customer: such a link opens the customer, any other only the conversation. */
  recorded: boolean
}

/** Makes the row behind a link; the token is made from its id when needed and lies nowhere. */
export async function addPortalLinks(tx: Transaction, now: Date, links: PortalLinkFor[]): Promise<string[]> {
  if (links.length === 0) return []
  const expiresAt = new Date(now.getTime() + portalLinkDays * 86_400_000)
  const rows = links.map(link => ({
    id: link.id ?? newId(),
    organisation_id: link.organisationId,
    administration_id: link.administrationId,
    customer_id: link.customerId,
    scope: link.recorded ? "customer" : "conversation",
    case_kind: link.caseKind,
    case_id: link.caseId,
    message_id: link.messageId ?? null,
    recipient_id: link.recipientId ?? null,
    address: link.address ?? null,
    person_name: link.personName ?? null,
    language: link.language,
    expires_at: expiresAt.toISOString(),
    created_at: now.toISOString(),
  }))
  // One parameter for all rows, as in `leave-due`.
  await tx.execute(sql`
    insert into ${portalLinks}
    select * from jsonb_populate_recordset(null::${portalLinks}, ${JSON.stringify(rows)}::text::jsonb)`)
  return rows.map(row => row.id)
}

/** The address behind the button. It is a secret of its reader: it goes on the wire and nowhere else. */
export function portalLinkUrl(config: Config, linkId: string): string {
  return `${config.publicUrl}/portal/m/${linkId}.${tokenFor(config.secret, "portal-link", linkId)}`
}

/** The link of an `id.token` from an address, expired and revoked ones included: the reader may ask for a new one. */
export async function findPortalLink(house: House, idDotToken: string): Promise<PortalLink | undefined> {
  const [, id = "", token = ""] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{20,100})$/.exec(idDotToken) ?? []
  if (!isTokenFor(house.config.secret, "portal-link", { id, token })) return undefined
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    const [link] = await tx.select().from(portalLinks).where(eq(portalLinks.id, id))
    return link
  })
}

/** Ends the links mailed about a customer that still work. Gives how many. */
export async function revokeLinksOf(tx: Transaction, now: Date, customerId: string): Promise<number> {
  const revoked = await tx
    .update(portalLinks)
    .set({ revokedAt: now })
    .where(and(eq(portalLinks.customerId, customerId), isNull(portalLinks.revokedAt), gt(portalLinks.expiresAt, now)))
    .returning()
  return revoked.length
}

/** The ids of the links that were made for recipients, by recipient. */
export async function findLinksOf(tx: Transaction, recipientIds: string[]): Promise<Map<string, Set<string>>> {
  const links = new Map<string, Set<string>>()
  if (recipientIds.length === 0) return links
  const rows = await tx
    .select({ id: portalLinks.id, recipientId: portalLinks.recipientId })
    .from(portalLinks)
    .where(isAmong(portalLinks.recipientId, recipientIds))
  for (const { id, recipientId } of rows)
    if (recipientId) links.set(recipientId, (links.get(recipientId) ?? new Set()).add(id))
  return links
}
