import { Language } from "@casepost/shared/organisations"
import { and, eq, isNull, sql } from "drizzle-orm"
import { contacts } from "../../cases/tables.ts"
import type { House } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { addPortalLinks, findPortalLink, type PortalLink, portalLinkUrl } from "../../delivery/portal-link.ts"
import { suppressions } from "../../delivery/tables.ts"
import { findCreditor } from "../find-creditor.ts"
import { words } from "../words/words.ts"
import { limitTries } from "./limit-tries.ts"

/** Renewals an hour: of one link, and from one network address. */
const mostOfLink = 3
const mostFromAddress = 20

/**
 * Mails a fresh link to the address that the old one went to. For a link that is not ours, was revoked, or whose address takes no mail,
 * nothing happens, and nobody can tell. @throws Problem too-many
 */
export async function renewLink(house: House, input: { idDotToken: string; networkAddress: string }): Promise<void> {
  await limitTries(house, [
    { key: `renew:${input.idDotToken}`, most: mostOfLink },
    { key: `renew-from:${input.networkAddress}`, most: mostFromAddress },
  ])
  const link = await findPortalLink(house, input.idDotToken)
  // Whoever revoked a link did not mean its address to get another one.
  if (!link?.address || link.revokedAt) return
  const { address } = link
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    const creditor = await findCreditor(tx, link.administrationId)
    if (!creditor || (await isSuppressed(tx, { organisationId: link.organisationId, address }))) return
    const recorded = link.scope === "customer" && (await isRecorded(tx, { customerId: link.customerId, address }))
    const { id, scope, expiresAt, revokedAt, createdAt, ...same } = link satisfies PortalLink
    const [newId = ""] = await addPortalLinks(tx, house.now(), [{ ...same, recorded }])
    const language = Language.catch("en").parse(link.language)
    const text = words[language]
    await house.queueMail(tx, {
      organisationId: link.organisationId,
      address,
      subject: text.renewalSubject(creditor.name),
      paragraphs: text.renewalText(creditor.name),
      button: { label: text.viewMessage, href: portalLinkUrl(house.config, newId) },
      language,
    })
  })
  house.wakeDelivery()
}

/** An address that left the customer's records since then gets the conversation back, no longer the customer. */
async function isRecorded(tx: Transaction, of: { customerId: string; address: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.customerId, of.customerId), sql`lower(${contacts.address}) = ${of.address.toLowerCase()}`))
  return rows.length > 0
}

async function isSuppressed(tx: Transaction, of: { organisationId: string; address: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.organisationId, of.organisationId),
        eq(suppressions.address, of.address),
        isNull(suppressions.liftedAt),
      ),
    )
  return rows.length > 0
}
