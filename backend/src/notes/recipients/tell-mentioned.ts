import { Problem } from "@casepost/shared/problems"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { memberships, users } from "../../access/tables.ts"
import type { FoundCase } from "../../cases/find-case.ts"
import { type Context, doerOf } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { addNotification } from "../../notifications/add-notification.ts"
import { copiedPeople } from "../../relations/copied-people.ts"
import { suppressedAmong } from "../../relations/known-addresses.ts"

export type Mention = { userId: string; name: string }

/** Characters of the note's text in a notification. */
const excerptLength = 140

/** The colleagues named in a note. @throws Problem relation-unavailable (`mentions.N`) for who has no right in the administration */
export async function resolveMentions(
  tx: Transaction,
  { found, userIds }: { found: FoundCase; userIds: readonly string[] },
): Promise<Mention[]> {
  const asked = [...new Set(userIds)].map(userId => ({ kind: "colleague" as const, userId }))
  if (asked.length === 0) return []
  const people = await copiedPeople(tx, { administrationId: found.administrationId, asked })
  return asked.map(({ userId }) => {
    const person = people.get(userId)
    if (person) return { userId, name: person.name }
    const detail = `A colleague you named has no right in ${found.administration.name} any more. Take the name out.`
    throw new Problem("relation-unavailable", detail, {
      fields: [{ path: `mentions.${userIds.indexOf(userId)}`, detail }],
    })
  })
}

/**
 * Tells colleagues that they were named: in Casepost, and by e-mail where they chose so and do not get the note itself. That mail
 * names the case and holds none of the note.
 */
export async function tellMentioned(
  context: Context,
  tx: Transaction,
  told: { found: FoundCase; noteId: string; mentions: readonly Mention[]; bodyText: string; mailed: readonly string[] },
): Promise<void> {
  const { found, noteId, bodyText } = told
  const { actor, organisationId, config } = context
  const by = doerOf(actor).name
  const mentions = told.mentions.filter(one => actor.kind !== "user" || one.userId !== actor.userId)
  for (const { userId } of mentions)
    await addNotification(tx, {
      organisationId,
      userId,
      kind: "mention",
      detail: {
        noteId,
        caseRef: found.ref,
        caseNumber: found.number,
        customerName: found.customerName,
        by,
        excerpt: [...bodyText].slice(0, excerptLength).join(""),
      },
      at: context.now(),
    })
  if (!config.local && !config.resend.apiKey) return
  for (const address of await addressesToTell(tx, { mentions, mailed: told.mailed }))
    await context.queueMail(tx, {
      organisationId,
      address,
      subject: `${by} mentioned you in a note about ${found.number}`,
      paragraphs: [`${by} mentioned you in an internal note about ${found.number} (${found.customerName}).`],
      button: { label: "Open in Casepost", href: `${config.publicUrl}/open/${found.ref.kind}/${found.ref.id}` },
      language: "en",
    })
}

async function addressesToTell(
  tx: Transaction,
  { mentions, mailed }: { mentions: readonly Mention[]; mailed: readonly string[] },
): Promise<string[]> {
  if (mentions.length === 0) return []
  const rows = await tx
    .select({ email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        inArray(
          users.id,
          mentions.map(one => one.userId),
        ),
        isNull(memberships.disabledAt),
        eq(memberships.notifyOnMention, true),
      ),
    )
  const addresses = rows.map(row => row.email.toLowerCase()).filter(address => !mailed.includes(address))
  const suppressed = await suppressedAmong(tx, addresses)
  return addresses.filter(address => !suppressed.has(address))
}
