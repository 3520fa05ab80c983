import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { and, asc, eq } from "drizzle-orm"
import { seenFiles } from "../../attachments/read-attachment.ts"
import { attachments } from "../../attachments/tables.ts"
import type { Context } from "../../context.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { copiedPeopleOf } from "../../relations/copied-people.ts"
import { type AdministrationRow, readAdministrations } from "../checking/read-chosen.ts"
import { type BulkRow, tallyOf } from "../checking/tally.ts"
import { isOwn } from "../require-bulk-message.ts"
import { doneOf, resultsOf } from "./count-results.ts"
import { filesIn, secondsFor } from "./pace-of.ts"
import { casesIn, copiesOf, goingGroups, type People, warningsOf } from "./warnings-of.ts"

/** Bulk messages as they are shown, with the figures that were last counted; a constant number of queries however many there are. */
export async function describeBulkMessages(
  context: Context,
  tx: Transaction,
  rows: readonly BulkRow[],
): Promise<BulkMessage[]> {
  const places = rows.flatMap(row => row.administrationIds)
  const administrations = await readAdministrations(tx, places)
  const copied = rows.flatMap(row => [...row.content.cc, ...row.content.bcc])
  const people = await copiedPeopleOf(tx, { administrationIds: places, asked: copied })
  const files = await filesOfAll(context, tx, rows)
  return rows.map(row => describe(context, row, { administrations, people, files: files.get(row.id) ?? [] }))
}

/** One of them. */
export async function describeBulkMessage(context: Context, tx: Transaction, row: BulkRow): Promise<BulkMessage> {
  const [described] = await describeBulkMessages(context, tx, [row])
  if (!described) throw new Error("A bulk message could not be described.")
  return described
}

type Around = {
  administrations: Map<string, AdministrationRow>
  people: People
  files: BulkMessage["attachments"]
}

function describe(context: Context, row: BulkRow, { administrations, people, files }: Around): BulkMessage {
  const moment = (at: Date | null) => at?.toISOString() ?? null
  return {
    id: row.id,
    state: row.state as BulkMessage["state"],
    name: row.name,
    kind: row.kind as BulkMessage["kind"],
    administrationIds: row.administrationIds,
    administrationNames: row.administrationIds.flatMap(id => administrations.get(id)?.name ?? []),
    byUserId: row.userId,
    byName: row.userName,
    mine: isOwn(context, row),
    content: row.content,
    attachments: files,
    version: row.version,
    total: row.total,
    ...whatWouldBe(row, people),
    missing: tallyOf(row).missing as BulkMessage["missing"],
    warnings: row.state === "writing" ? warningsOf(row, { people, administrations }) : [],
    ...whatBecame(row),
    leavesAt: moment(row.leavesAt),
    startedAt: moment(row.startedAt),
    finishedAt: moment(row.finishedAt),
    createdAt: row.createdAt.toISOString(),
    savedAt: row.savedAt.toISOString(),
  }
}

function whatWouldBe(row: BulkRow, people: People) {
  const { groups } = tallyOf(row)
  const going = goingGroups(row)
  const mails = casesIn(going.filter(group => group.check === "ready"))
  const { counts } = resultsOf(row)
  const made = row.startedAt ? madeOf(counts) : casesIn(going)
  const portalOnly = row.startedAt ? (counts["portal-only"] ?? 0) : casesIn(going) - mails
  return {
    checked: row.checkedTo,
    checks: added(groups.map(group => [group.takenOut ? "taken-out" : group.check, group.cases])),
    languages: added(going.map(group => [group.language, group.cases])),
    messages: made,
    mails: row.startedAt ? made - portalOnly : mails,
    portalOnly,
    seconds: secondsFor({ mails, copies: copiesOf(row, people), files: filesIn(row.content) }),
  }
}

/** Messages that were made, and cases that still wait for theirs. */
function madeOf(counts: Record<string, number>): number {
  return doneOf(counts) + (counts.waiting ?? 0) + (counts.sending ?? 0)
}

function whatBecame(row: BulkRow) {
  const { counts, answered, retryable, rate } = resultsOf(row)
  const left = (counts.waiting ?? 0) + (counts.sending ?? 0)
  const isRunning = row.state === "sending"
  return {
    results: row.state === "writing" ? {} : counts,
    answered,
    retryable,
    ratePerMinute: isRunning && rate !== null ? Math.round(rate) : null,
    secondsLeft: isRunning && rate !== null && rate > 0 ? Math.ceil((left / rate) * 60) : null,
  }
}

function added(pairs: [string, number][]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [key, cases] of pairs) sums[key] = (sums[key] ?? 0) + cases
  return sums
}

async function filesOfAll(context: Context, tx: Transaction, rows: readonly BulkRow[]) {
  const chosen = rows.filter(row => row.state === "writing").flatMap(row => row.content.attachmentIds)
  const seen = chosen.length > 0 ? await seenFiles(context, tx, chosen) : []
  const { id, ownerId, name, contentType, size } = attachments
  const own = await tx
    .select({ id, ownerId, name, contentType, size })
    .from(attachments)
    .where(
      and(
        eq(attachments.ownerKind, "bulk-message"),
        isOneOf(
          ownerId,
          rows.map(row => row.id),
        ),
      ),
    )
    .orderBy(asc(attachments.position))
  return new Map(
    rows.map(row => [
      row.id,
      row.state === "writing"
        ? row.content.attachmentIds.flatMap(one => seen.filter(file => file.id === one).map(asAttachment))
        : own.filter(file => file.ownerId === row.id).map(asAttachment),
    ]),
  )
}

function asAttachment({ id, name, contentType, size }: BulkMessage["attachments"][number]) {
  return { id, name, contentType, size }
}
