import { deleteInvoicePdf } from "@casepost/backend/attachments/invoice-pdfs/delete-invoice-pdf"
import { getInvoicePdf } from "@casepost/backend/attachments/invoice-pdfs/get-invoice-pdf"
import { putInvoicePdf } from "@casepost/backend/attachments/invoice-pdfs/put-invoice-pdf"
import { readAttachment } from "@casepost/backend/attachments/read-attachment"
import { attachments } from "@casepost/backend/attachments/tables"
import { invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { makeContext } from "@casepost/backend/context"
import { readConversation } from "@casepost/backend/portal/read-conversation"
import { readPortalAttachment } from "@casepost/backend/portal/read-portal-attachment"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeCustomer, makeInvoice, makeKey, makeWorld, type World } from "../../../support/make.ts"
import { leave, writeMessage } from "../../../support/write.ts"
import { pdfOf } from "../../../support/zip.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

async function makeBilled(number = "VF-2026-04183") {
  const world = await makeWorld(house)
  const customer = await makeCustomer(house, world)
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id }, { number })
  const put = (text: string, context = world.admin) =>
    putInvoicePdf(context, { invoiceId: invoice.id, bytes: pdfOf(text) })
  const text = async (context = world.restricted) =>
    Buffer.from((await getInvoicePdf(context, invoice.id)).bytes).toString()
  return { world, customer, invoice, put, text }
}

/** A session of a customer in the portal; of one conversation only where a case is given. */
function inPortal(world: World, customerId: string, caseId?: string) {
  const { organisationId, administrationId } = world
  const scope = caseId
    ? ({ scope: "conversation", caseKind: "invoice", caseId } as const)
    : ({ scope: "customer" } as const)
  return makeContext(house, {
    organisationId,
    actor: { kind: "customer", customerId, administrationId, sessionId: newId(), language: "en", ...scope },
  })
}
const hasPdf = async (id: string) =>
  (await house.database.owner.select().from(invoices).where(eq(invoices.id, id)))[0]?.hasPdf

describe("does", () => {
  it("gives an invoice its PDF, named after its number, and another one under the same id", async () => {
    const { invoice, world, put, text } = await makeBilled("2026/04183")
    const first = await put("one")
    expect(first).toMatchObject({
      name: "2026-04183.pdf",
      contentType: "application/pdf",
      size: pdfOf("one").byteLength,
    })
    expect(await hasPdf(invoice.id)).toBe(true)
    const second = await put("two", makeKey(house, world.organisationId, [world.administrationId]))
    expect(second.id).toBe(first.id)
    expect(await text()).toContain("two")
    const rows = await house.database.owner
      .select()
      .from(attachments)
      .where(and(eq(attachments.ownerKind, "invoice"), eq(attachments.ownerId, invoice.id)))
    expect(rows).toHaveLength(1)
  })
  it("goes along with many messages, which keep the one they were sent with", async () => {
    const { world, invoice, put, text } = await makeBilled()
    const { id } = await put("as it was")
    const caseRef = { kind: "invoice" as const, id: invoice.id }
    const sent: string[] = []
    for (let nth = 0; nth < 2; nth++) {
      const message = await writeMessage(world.standard, caseRef, { attachmentIds: [id] })
      await leave(world.standard, message.id)
      sent.push(message.id)
    }
    await put("as it became")
    const files = async (messageId: string) =>
      house.database.owner.select().from(attachments).where(eq(attachments.ownerId, messageId))
    for (const messageId of sent) {
      const [file] = await files(messageId)
      const { bytes } = await readAttachment(world.restricted, file?.id ?? "")
      expect(Buffer.from(bytes).toString()).toContain("as it was")
    }
    await deleteInvoicePdf(world.admin, invoice.id)
    expect(await hasPdf(invoice.id)).toBe(false)
    await expect(text()).rejects.toMatchObject({ code: "not-found" })
    const [kept] = await files(sent[0] ?? "")
    expect(Buffer.from((await readAttachment(world.restricted, kept?.id ?? "")).bytes).toString()).toContain(
      "as it was",
    )
  })
  it("shows in the portal with the invoice, for its customer and for who reads that conversation only", async () => {
    const { world, customer, invoice, put } = await makeBilled()
    const { id } = await put("hers")
    for (const context of [inPortal(world, customer.id), inPortal(world, customer.id, invoice.id)]) {
      const { conversation } = await readConversation(context, { kind: "invoice", id: invoice.id })
      expect(conversation).toMatchObject({ hasPdf: true, pdfAttachmentId: id })
      expect(Buffer.from((await readPortalAttachment(context, id)).bytes).toString()).toContain("hers")
    }
  })
})

describe("refuses", () => {
  it("what is no PDF, is empty, or more than 20 MB", async () => {
    const { world, invoice } = await makeBilled()
    const put = (bytes: Uint8Array, name?: string) => putInvoicePdf(world.admin, { invoiceId: invoice.id, bytes, name })
    await expect(put(new Uint8Array(Buffer.from("<html>")))).rejects.toMatchObject({ code: "attachment-refused" })
    await expect(put(new Uint8Array(Buffer.from("MZ\0")), "x.pdf")).rejects.toMatchObject({
      code: "attachment-refused",
    })
    await expect(put(new Uint8Array(0))).rejects.toMatchObject({ code: "invalid" })
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    large.set(pdfOf("x"))
    await expect(put(large)).rejects.toMatchObject({ code: "too-large" })
    expect(await hasPdf(invoice.id)).toBe(false)
  })
  it("whoever does not administer it, and deleting what is not there", async () => {
    const { world, invoice, put } = await makeBilled()
    for (const context of [world.standard, world.restricted]) {
      await expect(put("x", context)).rejects.toMatchObject({ code: "not-allowed" })
      await expect(deleteInvoicePdf(context, invoice.id)).rejects.toMatchObject({ code: "not-allowed" })
    }
    await expect(deleteInvoicePdf(world.admin, invoice.id)).rejects.toMatchObject({ code: "not-found" })
  })
})

describe("protects", () => {
  it("shows no other customer, no other conversation and no other organisation a PDF", async () => {
    const { world, customer, invoice, put, text } = await makeBilled()
    const { id } = await put("secret")
    const other = await makeCustomer(house, world)
    const another = await makeInvoice(house, { ...world, customerId: customer.id })
    const theirs = await makeBilled()
    for (const context of [
      inPortal(world, other.id),
      inPortal(world, customer.id, another.id),
      inPortal(theirs.world, theirs.customer.id),
    ])
      await expect(readPortalAttachment(context, id)).rejects.toMatchObject({ code: "not-found" })
    await expect(text(theirs.world.admin)).rejects.toMatchObject({ code: "not-found" })
    await expect(put("x", theirs.world.admin)).rejects.toMatchObject({ code: "not-found" })
    await expect(deleteInvoicePdf(theirs.world.admin, invoice.id)).rejects.toMatchObject({ code: "not-found" })
  })
  it("lets nobody attach it to a message to another customer", async () => {
    const { world, put } = await makeBilled()
    const { id } = await put("secret")
    const other = await makeCustomer(house, world)
    await expect(
      writeMessage(world.standard, { kind: "customer", id: other.id }, { attachmentIds: [id] }),
    ).rejects.toMatchObject({ code: "attachment-refused" })
  })
})
