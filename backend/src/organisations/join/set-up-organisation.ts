import { spendSetupLink } from "../../access/join/find-setup-link.ts"
import { addAdministrator } from "../../access/users/add-administrator.ts"
import { hashForKeeping } from "../../access/users/add-password.ts"
import { recordAudit } from "../../audit/record-audit.ts"
import { newId } from "../../columns.ts"
import { type House, makeContext } from "../../context.ts"
import { administrations, organisations } from "../tables.ts"
import type { SetUp } from "./set-up-form.ts"

/**
 * Makes the first organisation with one administration and its administrator, and uses the set-up link up, all or nothing.
 * @throws Problem link-expired
 */
export async function setUpOrganisation(house: House, linkId: string, given: SetUp): Promise<void> {
  const passwordHash = await hashForKeeping(given.password)
  const now = house.now()
  const organisationId = newId()
  await house.database.inScope({ role: "casepost_system" }, async tx => {
    await spendSetupLink(tx, linkId, now)
    await tx.insert(organisations).values({ id: organisationId, name: given.organisationName })
    await tx.insert(administrations).values({
      organisationId,
      name: given.administrationName,
      senderName: given.senderName,
      legalName: given.senderName,
      senderAddress: given.senderAddress,
      replyAddress: given.replyAddress,
      timeZone: given.timeZone,
      defaultLanguage: given.defaultLanguage,
    })
    const { name, email } = given
    const userId = await addAdministrator(tx, { organisationId, name, email, passwordHash })
    const rights = { organisation: "administrator", administrations: new Map() } as const
    const context = makeContext(house, { actor: { kind: "user", userId, name, email, rights }, organisationId })
    await recordAudit(tx, context, {
      deed: "setUpOrganisation",
      subject: { kind: "organisation", id: organisationId },
      detail: { name: given.organisationName },
    })
  })
}
