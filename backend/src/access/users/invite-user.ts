import type { Right, User } from "@casepost/shared/access"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import { newId } from "../../columns.ts"
import type { Context } from "../../context.ts"
import { isViolation, type Transaction } from "../../database.ts"
import { organisations } from "../../organisations/tables.ts"
import { tokenFor } from "../../secrets.ts"
import { requireOrganisationAdministrator, requireUser } from "../require-right.ts"
import { invitations, memberships, users } from "../tables.ts"
import { describeUsers } from "./list-users.ts"
import { type GivenRight, writeRights } from "./write-rights.ts"

const days = 24 * 60 * 60 * 1000

/**
 * Invites somebody by e-mail. The link works once, for 7 days; until then the membership gives nothing. Inviting again before it was
 * accepted sends a new link and takes the new rights.
 * @throws Problem not-allowed, sending-off, already-exists, not-found for an administration that is not there
 */
export async function inviteUser(
  context: Context,
  input: { name: string; email: string; right: Right; administrations: GivenRight[] },
): Promise<User> {
  requireOrganisationAdministrator(context)
  const inviter = requireUser(context)
  if (!context.config.resend.apiKey)
    throw new Problem("sending-off", "This server has no e-mail provider, so no invitation can be sent.")
  const userId = await findOrMakeUser(context, input)
  const user = await context.transaction(async tx => {
    const membershipId = await makeMembership(tx, context, { userId, right: input.right })
    await writeRights(tx, context, { membershipId, administrations: input.administrations })
    await sendInvitation(tx, context, { membershipId, email: input.email, inviter: inviter.name })
    await recordAudit(tx, context, {
      deed: "inviteUser",
      subject: { kind: "user", id: userId },
      detail: { name: input.name, email: input.email, right: input.right, administrations: input.administrations },
    })
    return (await describeUsers(tx, { userId }))[0]
  })
  if (!user) throw new Error("The invited user cannot be seen.")
  context.wakeDelivery()
  return user
}

/** Somebody may have a sign-in already, of another organisation: it stays hers, with the name she chose. */
async function findOrMakeUser(context: Context, of: { name: string; email: string }): Promise<string> {
  return context.database.inScope({ role: "casepost_system" }, async tx => {
    await tx.insert(users).values({ id: newId(), name: of.name, email: of.email }).onConflictDoNothing()
    const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.email, of.email))
    if (!found) throw new Error("A user that exists cannot be found.")
    return found.id
  })
}

async function makeMembership(
  tx: Transaction,
  context: Context,
  of: { userId: string; right: Right },
): Promise<string> {
  const { organisationId } = context
  const invited = { organisationRight: of.right, invitedAt: context.now(), disabledAt: null }
  const [existing] = await tx.select().from(memberships).where(eq(memberships.userId, of.userId))
  if (existing && !existing.invitedAt)
    throw new Problem("already-exists", "Somebody with this e-mail address is already here: change the rights instead.")
  if (existing) {
    await tx.update(memberships).set(invited).where(eq(memberships.id, existing.id))
    await tx.delete(invitations).where(eq(invitations.membershipId, existing.id))
    return existing.id
  }
  const id = newId()
  try {
    await tx.insert(memberships).values({ id, organisationId, userId: of.userId, ...invited })
  } catch (error) {
    if (isViolation(error, "23505")) throw new Problem("already-exists", "This invitation has just been sent.")
    throw error
  }
  return id
}

async function sendInvitation(
  tx: Transaction,
  context: Context,
  of: { membershipId: string; email: string; inviter: string },
): Promise<void> {
  const { config, organisationId } = context
  const id = newId()
  const expiresAt = new Date(context.now().getTime() + 7 * days)
  const invitedBy = requireUser(context).userId
  await tx.insert(invitations).values({ id, organisationId, membershipId: of.membershipId, invitedBy, expiresAt })
  const [organisation] = await tx.select({ name: organisations.name }).from(organisations)
  const name = organisation?.name ?? "your organisation"
  await context.queueMail(tx, {
    organisationId,
    address: of.email,
    subject: `${of.inviter} invites you to Casepost`,
    paragraphs: [
      `${of.inviter} invites you to ${name} on Casepost, where colleagues message customers about their cases.`,
      "The link works once, for 7 days.",
    ],
    button: {
      label: "Accept the invitation",
      href: `${config.publicUrl}/join/${id}.${tokenFor(config.secret, "invitation", id)}`,
    },
    language: "en",
  })
}
