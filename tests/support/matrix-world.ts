import { createApiKey } from "@casepost/backend/access/keys/create-api-key"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import type { Context, House } from "@casepost/backend/context"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { checkImport } from "@casepost/backend/imports/check-import"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { addNote } from "@casepost/backend/notes/add-note"
import { administrations } from "@casepost/backend/organisations/tables"
import { csrfHeader, csrfTokenOf, findPortalSession, portalCookie } from "@casepost/backend/portal/known-customer"
import { startSession } from "@casepost/backend/portal/session/start-session"
import { createStandardMessage } from "@casepost/backend/standard-messages/create-standard-message"
import { AddNoteBody } from "@casepost/shared/notes"
import { eq } from "drizzle-orm"
import type { Asked } from "./ask.ts"
import { signedIn } from "./ask.ts"
import { openBulk, sentBulk } from "./bulk-messages.ts"
import { drafting } from "./drafts.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeMatter, makeRelation, makeUser, makeWorld } from "./make.ts"
import { sendAndLeave, writing } from "./messages.ts"
import { makeTool } from "./tools.ts"

/** Stands in every text of world A: whoever may not see that world may never be answered with it. */
export const mark = "Zebra-4711"

/** One of everything that a route can be asked about. */
export type MatrixWorld = {
  organisationId: string
  administrationId: string
  customerId: string
  invoiceId: string
  invoiceNumber: string
  matterId: string
  leftMessageId: string
  heldMessageId: string
  fileId: string
  uploadId: string
  apiKeyId: string
  importId: string
  relationId: string
  noteId: string
  standardMessageId: string
  toolId: string
  spareUserId: string
  /** Being written by the standard user, and one of hers that is under way. */
  writtenBulkId: string
  sentBulkId: string
}

/** Who asks, as a request carries it. */
export type Personas = {
  admin: Asked
  administrator: Asked
  standard: Asked
  restricted: Asked
  noRight: Asked
  elsewhere: Asked
  outsider: Asked
  key: Asked
  foreignKey: Asked
  customer: Asked
  otherCustomer: Asked
  foreignCustomer: Asked
}

export async function makeMatrixWorld(house: House): Promise<{ world: MatrixWorld; personas: Personas }> {
  const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
  const { organisationId, administrationId } = ours
  await house.database.owner.update(administrations).set({ name: mark }).where(eq(administrations.id, administrationId))
  const customer = await makeCustomer(house, ours, { name: `${mark} Aannemers` })
  const invoice = await makeInvoice(house, { ...ours, customerId: customer.id })
  const matter = await makeMatter(house, { ...ours, customerId: customer.id, invoiceIds: [invoice.id] })
  const invoiceRef = { kind: "invoice" as const, id: invoice.id }
  const file = await uploadAttachment(ours.standard, { name: `${mark}.txt`, bytes: text })
  const subject = `${mark} is still open`
  const left = await sendAndLeave(house, ours.standard, writing(invoiceRef, { subject, attachmentIds: [file.id] }))
  // Not to be sent before tomorrow, so that it can be taken back however slow the test is.
  const sendAt = new Date(house.now().getTime() + 24 * 60 * 60 * 1000).toISOString()
  const held = await sendMessage(ours.standard, writing(invoiceRef, { subject, sendAt }))
  const upload = await uploadAttachment(ours.standard, { name: `${mark}-2.txt`, bytes: text })
  await saveDraft(ours.standard, drafting({ kind: "customer", id: customer.id }, { subject: mark }))
  const key = await createApiKey(ours.admin, { name: mark, administrations: [administrationId] })
  const foreignKey = await createApiKey(theirs.admin, { name: "ERP", administrations: [theirs.administrationId] })
  const only = (right: "administrator" | "standard", id: string) =>
    makeUser(house, organisationId, { right: "none", only: { [id]: right } })
  const spare = await makeUser(house, organisationId, { name: `${mark} Bos` })
  const elsewhere = await makeAdministration(house, organisationId)
  const administrator = await only("administrator", administrationId)
  const imported = await checkImport(administrator, {
    administrationId,
    fileName: `${mark}.csv`,
    contentBase64: Buffer.from(csv).toString("base64"),
    mode: "additions-and-changes",
  })
  const relation = await makeRelation(house, organisationId, { name: mark, administrationIds: [administrationId] })
  const note = await addNote(
    ours.standard,
    AddNoteBody.parse({ caseRef: invoiceRef, bodyHtml: `<p>${mark} called.</p>`, recipients: [] }),
  )
  const standing = await createStandardMessage(ours.admin, {
    administrationId,
    description: `${mark} reminder`,
    texts: [{ language: "en", subject: null, bodyHtml: `<p>${mark}</p>` }],
    cc: [],
    bcc: [],
    attachmentIds: [],
    attachInvoicePdf: false,
  })
  const tool = await makeTool(ours.admin, { name: mark })
  const bulk = { language: "nl", subject: `${mark} is still open`, bodyHtml: "<p>Dear customer</p>" } as const
  const written = await openBulk(ours.standard, [invoice.id], { texts: [bulk] })
  const sent = await sentBulk(ours.standard, [invoice.id], { texts: [bulk] })
  const underWay = { state: "sending", startedAt: house.now() }
  await house.database.owner.update(bulkMessages).set(underWay).where(eq(bulkMessages.id, sent.id))
  const person = async (context: Context): Promise<Asked> => ({ authorization: await signedIn(house, context) })
  return {
    world: {
      organisationId,
      administrationId,
      customerId: customer.id,
      invoiceId: invoice.id,
      invoiceNumber: invoice.number,
      matterId: matter.id,
      leftMessageId: left.id,
      heldMessageId: held.id,
      fileId: file.id,
      uploadId: upload.id,
      apiKeyId: key.id,
      importId: imported.id,
      relationId: relation.id,
      noteId: note.id,
      standardMessageId: standing.id,
      toolId: tool.id,
      writtenBulkId: written.id,
      sentBulkId: sent.id,
      spareUserId: spare.actor.kind === "user" ? spare.actor.userId : "",
    },
    personas: {
      admin: await person(ours.admin),
      administrator: await person(administrator),
      standard: await person(ours.standard),
      restricted: await person(ours.restricted),
      noRight: await person(await makeUser(house, organisationId, { right: "none" })),
      elsewhere: await person(await only("administrator", elsewhere)),
      outsider: await person(theirs.admin),
      key: { authorization: `Bearer ${key.key}` },
      foreignKey: { authorization: `Bearer ${foreignKey.key}` },
      customer: await reader(house, { ...ours, customerId: customer.id }),
      otherCustomer: await reader(house, { ...ours, customerId: (await makeCustomer(house, ours)).id }),
      foreignCustomer: await reader(house, { ...theirs, customerId: (await makeCustomer(house, theirs)).id }),
    },
  }
}

/** A customer in her portal session, with what its posts must carry. */
async function reader(
  house: House,
  of: { organisationId: string; administrationId: string; customerId: string },
): Promise<Asked> {
  const { organisationId, administrationId, customerId } = of
  const session = { organisationId, administrationId, customerId, scope: "customer", language: "nl" }
  const cookie = await house.database.inScope({ role: "casepost_system" }, tx => startSession(house, tx, session))
  const context = await findPortalSession(house, cookie)
  if (!context) throw new Error("A session that was just made cannot be found.")
  return { cookie: `${portalCookie}=${cookie}`, headers: { [csrfHeader]: csrfTokenOf(context) } }
}

const text = new TextEncoder().encode("Hello")
const csv = [
  "customerNumber,customerName,invoiceNumber,amount,openAmount,currency,invoiceDate,dueDate",
  `K-1,${mark} B.V.,F-1,100.00,100.00,EUR,2026-09-17,2026-10-17`,
].join("\n")
