/** Bulk messages in a test: many cases in a few statements, and the worker's work without its clock. */
import { authorOf } from "@casepost/backend/bulk-messages/author-of"
import { openBulkMessage } from "@casepost/backend/bulk-messages/open-bulk-message"
import { rowOf } from "@casepost/backend/bulk-messages/running/bulk-worker"
import { expandBulk } from "@casepost/backend/bulk-messages/running/expand-bulk"
import { lookFurther } from "@casepost/backend/bulk-messages/running/look-further"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { bulkMessageCases } from "@casepost/backend/bulk-messages/tables"
import { contacts, customers, invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import type { Context, House } from "@casepost/backend/context"
import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { asc, eq, sql } from "drizzle-orm"
import type { TestHouse } from "./house.ts"
import type { World } from "./make.ts"

export type Made = { ids: string[]; customerIds: string[]; addresses: string[] }

/** `count` open invoices of as many customers, each with an address of her own, in the order of the ids. */
export async function makeInvoices(
  house: House,
  world: Pick<World, "organisationId" | "administrationId">,
  count: number,
  values: { withoutAddress?: boolean; contactName?: string } = {},
): Promise<Made> {
  const { organisationId, administrationId } = world
  const made = Array.from({ length: count }, (_, index) => ({ id: newId(), customerId: newId(), index }))
  const mark = newId().slice(-6)
  const db = house.database.owner
  for (let start = 0; start < count; start += 1_000) {
    const some = made.slice(start, start + 1_000)
    await db.insert(customers).values(
      some.map(({ customerId, index }) => ({
        id: customerId,
        organisationId,
        administrationId,
        number: `D-${mark}-${index}`,
        name: `Customer ${index} B.V.`,
        language: "en",
      })),
    )
    await db.insert(contacts).values(
      some.map(({ customerId, index }) => ({
        organisationId,
        customerId,
        name: values.contactName ?? `Contact ${index}`,
        address: values.withoutAddress ? null : `to+${mark}.${index}@jansen.example`,
        purpose: "general",
      })),
    )
    await db.insert(invoices).values(
      some.map(({ id, customerId, index }) => ({
        id,
        organisationId,
        administrationId,
        customerId,
        number: `VF-${mark}-${index}`,
        amount: "100.00",
        openAmount: "100.00",
        currency: "EUR",
        invoiceDate: "2026-09-17",
        dueDate: "2026-10-17",
      })),
    )
  }
  await db.execute(
    sql`select casepost_refresh_case_rows(array(select id from invoices where organisation_id = ${organisationId}::uuid))`,
  )
  return {
    ids: made.map(one => one.id),
    customerIds: made.map(one => one.customerId),
    addresses: made.map(({ index }) => `to+${mark}.${index}@jansen.example`),
  }
}

/** What is written, with what a test wants otherwise. */
export function bulkContent(changes: Partial<BulkContent> = {}): BulkContent {
  return {
    standardMessageId: null,
    texts: [
      {
        language: "en",
        subject: "Invoice {{invoice.number}} is still open",
        bodyHtml: "<p>Dear {{contact.name}}, please pay {{invoice.openAmount}}.</p>",
      },
    ],
    cc: [],
    bcc: [],
    names: {},
    attachmentIds: [],
    attachInvoicePdf: false,
    filesInPortal: false,
    ...changes,
  }
}

/** A bulk message about these invoices that is being written. */
export function openBulk(context: Context, ids: string[], changes: Partial<BulkContent> = {}): Promise<BulkMessage> {
  return openBulkMessage(context, {
    selection: { by: "ids", kind: "invoice", ids },
    content: bulkContent(changes),
  })
}

/** The same, accepted. */
export async function sentBulk(
  context: Context,
  ids: string[],
  changes: Partial<BulkContent> = {},
): Promise<BulkMessage> {
  const { id, version } = await openBulk(context, ids, changes)
  return sendBulkMessage(context, { id, version })
}

/** Makes messages until nothing more is to be made now; gives how many goes it took. */
export async function expandAll(house: House, bulk: Pick<BulkMessage, "id">, organisationId: string, most = 100) {
  for (let goes = 0; ; goes += 1) {
    const author = await authorOf(house, await rowOf(house, { id: bulk.id, organisationId }))
    if ((await expandBulk(author, { id: bulk.id, most })) === "none") return goes
  }
}

/** Looks at all cases. */
export async function lookAtAll(house: House, bulk: Pick<BulkMessage, "id">, organisationId: string): Promise<void> {
  while (await lookFurther(house, { id: bulk.id, organisationId })) await Promise.resolve()
}

/** Accepted, its undo time over, every message made. */
export async function madeBulk(
  house: TestHouse,
  world: World,
  { ids, changes = {}, by = world.standard }: { ids: string[]; changes?: Partial<BulkContent>; by?: Context },
): Promise<BulkMessage> {
  const sent = await sentBulk(by, ids, changes)
  house.setNow(new Date(house.now().getTime() + 11_000))
  await expandAll(house, sent, world.organisationId)
  return sent
}

export function casesOf(house: House, { id }: Pick<BulkMessage, "id">) {
  return house.database.owner
    .select()
    .from(bulkMessageCases)
    .where(eq(bulkMessageCases.bulkMessageId, id))
    .orderBy(asc(bulkMessageCases.position))
}
