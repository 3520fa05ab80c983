import { readAttachment } from "@casepost/backend/attachments/read-attachment"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { newId } from "@casepost/backend/columns"
import type { Context } from "@casepost/backend/context"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { notes } from "@casepost/backend/notes/tables"
import { standardMessages } from "@casepost/backend/standard-messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld, type World } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

const bytes = new TextEncoder().encode("delivery note")

describe("read-attachment", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function places() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const elsewhere = await makeAdministration(house, world.organisationId)
    const stranger = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [elsewhere]: "administrator" },
    })
    const theirs = await makeWorld(house)
    return { world, customer, stranger, theirs }
  }
  const uploaded = (context: Context) => uploadAttachment(context, { name: "note.txt", bytes })

  /** A file of an owner that uploading does not make by itself. */
  async function fileOf(world: World, ownerKind: string, ownerId: string) {
    const { id } = await uploaded(world.standard)
    await house.database.owner.update(attachments).set({ ownerKind, ownerId }).where(eq(attachments.id, id))
    return id
  }

  async function ownersOf({ world, customer }: Awaited<ReturnType<typeof places>>): Promise<Record<string, string>> {
    const { organisationId, administrationId } = world
    const about = {
      organisationId,
      administrationId,
      customerId: customer.id,
      caseKind: "customer",
      caseId: customer.id,
    }
    const [note] = await house.database.owner
      .insert(notes)
      .values({ ...about, authorName: "Sanne", bodyHtml: "", bodyText: "" })
      .returning({ id: notes.id })
    const standardMessageId = newId()
    await house.database.owner
      .insert(standardMessages)
      .values({ id: standardMessageId, organisationId, administrationId, description: "First reminder" })
    const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
    const file = await uploaded(world.standard)
    await sendMessage(world.standard, writing({ kind: "customer", id: customer.id }, { attachmentIds: [file.id] }))
    return {
      message: file.id,
      note: await fileOf(world, "note", note?.id ?? ""),
      "standard-message": await fileOf(world, "standard-message", standardMessageId),
      invoice: await fileOf(world, "invoice", invoice.id),
    }
  }

  describe("does", () => {
    it("give an upload back to who uploaded it", async () => {
      const { world } = await places()
      const { id } = await uploaded(world.standard)
      const file = await readAttachment(world.standard, id)
      expect(file).toMatchObject({ name: "note.txt", contentType: "text/plain" })
      expect(Buffer.from(file.bytes).toString()).toBe("delivery note")
    })
    it("give the files of messages, notes, standard messages and invoices to all who may see those", async () => {
      const all = await places()
      for (const id of Object.values(await ownersOf(all)))
        expect(Buffer.from((await readAttachment(all.world.restricted, id)).bytes).toString()).toBe("delivery note")
    })
  })

  describe("refuses", () => {
    it("honestly, when the file store has lost the bytes", async () => {
      const { world } = await places()
      const { id } = await uploaded(world.standard)
      const [row] = await house.database.owner.select().from(attachments).where(eq(attachments.id, id))
      await house.files.delete(row?.fileKey ?? "")
      await expect(readAttachment(world.standard, id)).rejects.toMatchObject({
        code: "not-found",
        message: expect.stringContaining("note.txt was attached, but its content is no longer in the file store"),
      })
    })
    it("for now, when the file store does not answer", async () => {
      const { world } = await places()
      const { id } = await uploaded(world.standard)
      const files = { ...house.files, get: () => Promise.reject(new Error("connect ETIMEDOUT")) }
      await expect(readAttachment({ ...world.standard, files }, id)).rejects.toMatchObject({ code: "unavailable" })
    })
  })

  describe("protects", () => {
    it("an upload from colleagues, administrators too", async () => {
      const { world } = await places()
      const { id } = await uploaded(world.standard)
      await expect(readAttachment(world.admin, id)).rejects.toMatchObject({ code: "not-found" })
    })
    it("every kind of file from another administration and another organisation", async () => {
      const all = await places()
      for (const id of Object.values(await ownersOf(all)))
        for (const context of [all.stranger, all.theirs.admin])
          await expect(readAttachment(context, id)).rejects.toMatchObject({ code: "not-found" })
    })
    it("ids that cannot exist look like any other", async () => {
      const { world } = await places()
      for (const id of ["x", "0198f7a5-0000-7000-8000-000000000000"])
        await expect(readAttachment(world.standard, id)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})
