import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import { type House, makeContext } from "../../context.ts"
import { invitations, memberships, users } from "../tables.ts"
import { addPassword, hashForKeeping } from "../users/add-password.ts"
import { type FoundInvitation, readInvitation } from "./find-invitation.ts"

/**
 * Accepts an invitation: from now on the membership counts. Whoever has no password yet gets this one, and this name.
 * @throws Problem link-expired; invalid where a password is wanted and none was given
 */
export async function acceptInvitation(
  house: House,
  accepted: { id: string; name: string | undefined; password: string | undefined },
): Promise<FoundInvitation> {
  const passwordHash = accepted.password === undefined ? undefined : await hashForKeeping(accepted.password)
  const now = house.now()
  return house.database.inScope({ role: "casepost_system" }, async tx => {
    // Of two clicks at the same moment the second waits here, and then finds it accepted.
    await tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.id, accepted.id)).for("update")
    const invitation = await readInvitation(tx, accepted.id, now)
    const { userId, email, organisationId } = invitation
    const name = invitation.hasPassword ? invitation.name : (accepted.name ?? invitation.name)
    if (!invitation.hasPassword) {
      if (!passwordHash) throw new Problem("invalid", "Choose a password.")
      await addPassword(tx, { userId, passwordHash })
      await tx.update(users).set({ name, emailVerified: true, updatedAt: now }).where(eq(users.id, userId))
    }
    await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, accepted.id))
    await tx.update(memberships).set({ invitedAt: null }).where(eq(memberships.id, invitation.membershipId))
    const rights = { organisation: "none", administrations: new Map() } as const
    const context = makeContext(house, { actor: { kind: "user", userId, name, email, rights }, organisationId })
    await recordAudit(tx, context, { deed: "acceptInvitation", subject: { kind: "user", id: userId } })
    return { ...invitation, name }
  })
}
