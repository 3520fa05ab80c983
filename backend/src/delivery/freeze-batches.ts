import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm"
import { bulkMessageCases, bulkMessages } from "../bulk-messages/tables.ts"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import { rowsOf, type Transaction } from "../database.ts"
import { attempts } from "../messages/tables.ts"
import { composeMessage, composeNote, composeNotice, readSignatures } from "./freezing/compose-mail.ts"
import { composeTest } from "./freezing/compose-test.ts"
import type { WireMail } from "./freezing/marks.ts"
import { type QueuedMail, readMaterial } from "./freezing/read-material.ts"
import type { Lease } from "./lease.ts"
import { notHalted } from "./leave-due.ts"
import { addPortalLinks, type PortalLinkFor } from "./portal-link.ts"
import { recordEvents } from "./record-event.ts"
import { deliveryBatches, mails } from "./tables.ts"

/** Resend's own limit (resend.com/docs/api-reference/emails/send-batch-emails). */
const mostInBatch = 100
/** Characters of one frozen body: long texts make smaller batches, so that memory stays flat. */
const mostCharacters = 2_000_000
/** Batches that wait for their turn: more are frozen when these have left, so that a batch is as full as it can be. */
const mostAhead = 4
/** Requests that wait for a later try: while the provider is down, mails stay queued. */
const mostFrozen = 50

/** Milliseconds for which bulk mails wait for a full request. */
const longestWait = 2_000

/** For which account, and which of its requests are on the wire. */
type Asking = { account: string; underWay: string[] }

type Material = Awaited<ReturnType<typeof readMaterial>> & { signature: ReturnType<typeof readSignatures> }
type Composed = { mail: QueuedMail; wire: WireMail; link: PortalLinkFor | undefined; linkId: string | undefined }
type Batch = { id: string; kind: "batch" | "single"; body: string; priority: number; mails: Composed[] }

/**
 * Renders queued mails and freezes them into requests: exactly these bytes under this key, at every try. Single messages come first; a
 * batch never mixes them with somebody's bulk. Gives how many mails were frozen.
 */
export async function freezeBatches(house: House, lease: Lease, asking: Asking): Promise<number> {
  const system = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    house.database.inScope({ role: "casepost_system" }, work)
  const read = await system(async tx => {
    const queued = await findQueued(tx, house.now(), asking)
    return { queued, material: { ...(await readMaterial(tx, queued)), signature: readSignatures() } }
  })
  if (read.queued.length === 0) return 0
  const composed: Composed[] = []
  const broken: { mail: QueuedMail; error: string }[] = []
  for (const mail of read.queued)
    try {
      composed.push(compose(house, mail, read.material))
    } catch (error) {
      broken.push({ mail, error: String(error) })
    }
  const batches = intoBatches(composed)
  await system(async tx => {
    await lease.guard(tx)
    await addPortalLinks(
      tx,
      house.now(),
      composed.flatMap(({ link, linkId }) => (link && linkId ? [{ ...link, id: linkId }] : [])),
    )
    for (const batch of batches)
      await freeze(tx, { batch, account: asking.account, fence: lease.fence(), now: house.now() })
    await giveUp(house, tx, broken)
  })
  return read.queued.length
}

async function findQueued(tx: Transaction, now: Date, { account, underWay }: Asking): Promise<QueuedMail[]> {
  const frozen = await tx
    .select({ id: deliveryBatches.id, priority: deliveryBatches.priority, nextTryAt: deliveryBatches.nextTryAt })
    .from(deliveryBatches)
    .where(and(eq(deliveryBatches.account, account), eq(deliveryBatches.state, "frozen")))
    .limit(10 * mostFrozen)
  const full = (single: boolean) => {
    const waiting = frozen.filter(one => (one.priority === 0) === single && !underWay.includes(one.id))
    return waiting.length >= mostFrozen || waiting.filter(one => one.nextTryAt <= now).length >= mostAhead
  }
  const queued = (which: SQL | undefined) =>
    tx
      .select()
      .from(mails)
      .where(and(eq(mails.state, "queued"), isNull(mails.batchId), which))
      .orderBy(asc(mails.priority), asc(mails.createdAt), asc(mails.id))
      .limit(mostInBatch)
  const singles = full(true) ? [] : await queued(eq(mails.priority, 0))
  if (singles.length > 0 || full(false)) return singles
  const { priority, bulkMessageId } = mails
  const bulk = await queued(and(gt(priority, 0), or(isNull(bulkMessageId), notHalted(bulkMessageId))))
  const alike = bulk.filter(mail => mail.priority === bulk[0]?.priority)
  // A request that waits already leaves time for this one to become full: requests are what the provider counts.
  const waits = frozen.some(one => one.priority > 0 && one.nextTryAt <= now && !underWay.includes(one.id))
  const [oldest] = alike
  if (!oldest || alike.length >= mostInBatch) return alike
  const mayWait = now.getTime() - oldest.createdAt.getTime() < longestWait
  return waits || (mayWait && (await moreIsComing(tx, now))) ? [] : alike
}

/** Whether further mails of bulk messages are about to be queued. */
async function moreIsComing(tx: Transaction, now: Date): Promise<boolean> {
  const { bulkMessageId } = attempts
  const [row] = rowsOf<{ coming: boolean }>(
    await tx.execute(sql`
      select exists (
        select from ${attempts} where ${attempts.state} = 'waiting' and ${attempts.leavesAt} <= ${now.toISOString()}::timestamptz
          and ${bulkMessageId} is not null and ${notHalted(bulkMessageId)}
      ) or exists (
        select from ${bulkMessages} b where b.state = 'sending' and exists (
          select from ${bulkMessageCases} c where c.bulk_message_id = b.id and c.state = 'waiting')
      ) as coming`),
  )
  return row?.coming === true
}

function compose(house: House, mail: QueuedMail, material: Material): Composed {
  if (mail.content?.test)
    return { mail, wire: composeTest(mail, mail.content.test), link: undefined, linkId: undefined }
  if (mail.content) return { mail, wire: composeNotice(house.config, mail), link: undefined, linkId: undefined }
  const note = material.notes.get(mail.noteRecipientId ?? mail.reminderId ?? "")
  if (note) return { mail, wire: composeNote(house.config, mail, note), link: undefined, linkId: undefined }
  const of = material.messages.get(mail.recipientId ?? "")
  if (!of) throw new Error(`Mail ${mail.id} belongs to nothing.`)
  const { message, recipient } = of
  const linkId = recipient.role === "to" ? newId() : undefined
  const link = linkId
    ? {
        organisationId: message.organisationId,
        administrationId: message.administrationId,
        customerId: message.customerId,
        caseKind: message.caseKind,
        caseId: message.caseId,
        messageId: message.id,
        recipientId: recipient.id,
        address: mail.address,
        personName: recipient.name,
        language: message.language,
        recorded: of.recorded,
      }
    : undefined
  return { mail, wire: composeMessage(mail, { material: of, linkId, signature: material.signature }), link, linkId }
}

function intoBatches(composed: Composed[]): Batch[] {
  const batches: Batch[] = []
  let open: { mails: Composed[]; bodies: string[]; characters: number } | undefined
  const close = () => {
    if (!open) return
    const [only] = open.mails
    const priority = only?.mail.priority ?? 0
    batches.push({ id: newId(), kind: "batch", body: `[${open.bodies.join(",")}]`, priority, mails: open.mails })
    open = undefined
  }
  for (const one of composed) {
    const body = JSON.stringify(one.wire)
    if (one.wire.attachments) {
      batches.push({ id: newId(), kind: "single", body, priority: one.mail.priority, mails: [one] })
      continue
    }
    if (open && open.characters + body.length > mostCharacters) close()
    open ??= { mails: [], bodies: [], characters: 0 }
    open.mails.push(one)
    open.bodies.push(body)
    open.characters += body.length
  }
  close()
  return batches
}

async function freeze(
  tx: Transaction,
  { batch, account, fence, now }: { batch: Batch; account: string; fence: number; now: Date },
): Promise<void> {
  const { id, kind, body, priority } = batch
  await tx
    .insert(deliveryBatches)
    .values({ id, account, kind, body, idempotencyKey: id, state: "frozen", priority, fence, nextTryAt: now })
  const ids = JSON.stringify(batch.mails.map(one => one.mail.id))
  const frozen = rowsOf(
    await tx.execute(sql`
      update mails set state = 'frozen', batch_id = ${id}::uuid, position = frozen.place - 1
      from jsonb_array_elements_text(${ids}::text::jsonb) with ordinality as frozen(id, place)
      where mails.id = frozen.id::uuid and mails.state = 'queued' returning 1`),
  )
  if (frozen.length !== batch.mails.length) throw new Error("Queued mails were frozen by somebody else.")
}

/** What cannot be made into a mail is said to its sender; it must not hold up the others. */
async function giveUp(house: House, tx: Transaction, broken: { mail: QueuedMail; error: string }[]): Promise<void> {
  if (broken.length === 0) return
  for (const { mail, error } of broken) house.log({ level: "error", what: "mail not made", mailId: mail.id, error })
  const ids = broken.map(one => one.mail.id)
  await tx.update(mails).set({ state: "refused", error: "not made" }).where(inArray(mails.id, ids))
  await recordEvents(
    house,
    tx,
    ids.map(mailId => ({
      eventId: `refused:${mailId}`,
      type: "casepost.refused",
      mailId,
      happenedAt: house.now(),
      detail: { message: "This e-mail could not be made." },
    })),
  )
}
