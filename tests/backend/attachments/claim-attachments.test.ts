import { claimAttachments } from "@casepost/backend/attachments/claim-attachments"
import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { newId } from "@casepost/backend/columns"
import { standardMessages } from "@casepost/backend/standard-messages/tables"
import { asc, eq, inArray } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeWorld, type World } from "../../support/make.ts"
import { somebodyWaitsFor } from "../../support/waiting.ts"

const bytes = new TextEncoder().encode("delivery note")

describe("claim-attachments", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  const upload = (world: World, name = "note.txt") => uploadAttachment(world.standard, { name, bytes })
  function claim(world: World, customerId: string, ids: string[], messageId = newId()) {
    const { administrationId } = world
    return world.standard
      .transaction(tx =>
        claimAttachments(world.standard, tx, {
          ids,
          owner: { kind: "message", id: messageId },
          administrationId,
          customerId,
        }),
      )
      .then(() => messageId)
  }
  const filesOf = (ownerId: string) =>
    house.database.owner
      .select()
      .from(attachments)
      .where(eq(attachments.ownerId, ownerId))
      .orderBy(asc(attachments.position))

  async function fileOf(world: World, ownerKind: string, ownerId: string) {
    const { id } = await upload(world)
    await house.database.owner.update(attachments).set({ ownerKind, ownerId }).where(eq(attachments.id, id))
    return id
  }
  async function standardMessageFile(world: World, administrationId: string) {
    const id = newId()
    const { organisationId } = world
    await house.database.owner
      .insert(standardMessages)
      .values({ id, organisationId, administrationId, description: "First reminder" })
    return fileOf(world, "standard-message", id)
  }

  describe("does", () => {
    it("attach uploads in the order given, each once", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const [one, two] = [await upload(world, "one.txt"), await upload(world, "two.txt")]
      const messageId = await claim(world, customer.id, [two.id, one.id, two.id])
      expect((await filesOf(messageId)).map(file => [file.name, file.position])).toEqual([
        ["two.txt", 0],
        ["one.txt", 1],
      ])
    })
    it("use the files of a standard message and an invoice without taking them away", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
      const ids = [await standardMessageFile(world, world.administrationId), await fileOf(world, "invoice", invoice.id)]
      const messageId = await claim(world, customer.id, ids)
      expect(await filesOf(messageId)).toHaveLength(2)
      const kept = await house.database.owner.select().from(attachments).where(inArray(attachments.id, ids))
      expect(kept.map(file => file.ownerKind).sort()).toEqual(["invoice", "standard-message"])
    })
  })

  describe("refuses", () => {
    it("a file that is not there, saying which", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const { id } = await upload(world)
      for (const missing of ["x", newId()])
        await expect(claim(world, customer.id, [id, missing])).rejects.toMatchObject({
          code: "attachment-refused",
          fields: [{ path: "attachmentIds.1" }],
        })
    })
  })

  describe("protects", () => {
    it("a standard message of another administration and an invoice of another customer", async () => {
      const world = await makeWorld(house)
      const [customer, other] = [await makeCustomer(house, world), await makeCustomer(house, world)]
      const elsewhere = await makeAdministration(house, world.organisationId)
      const invoice = await makeInvoice(house, { ...world, customerId: other.id })
      for (const id of [await standardMessageFile(world, elsewhere), await fileOf(world, "invoice", invoice.id)])
        await expect(claim(world, customer.id, [id])).rejects.toMatchObject({ code: "attachment-refused" })
    })
    it("an upload from being in two messages that are sent at once", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const { id } = await upload(world)
      const held = Promise.withResolvers<void>()
      const done = Promise.withResolvers<void>()
      const messageId = newId()
      const first = world.standard.transaction(async tx => {
        const { administrationId } = world
        const owner = { kind: "message" as const, id: messageId }
        await claimAttachments(world.standard, tx, { ids: [id], owner, administrationId, customerId: customer.id })
        held.resolve()
        await done.promise
      })
      await held.promise
      // Nobody wrote the first message of this test, so the second claim finds no message of one's own to copy from.
      const second = expect(claim(world, customer.id, [id])).rejects.toMatchObject({ code: "attachment-refused" })
      await somebodyWaitsFor(house, "attachments")
      done.resolve()
      await Promise.all([first, second])
      expect(await filesOf(messageId)).toHaveLength(1)
    })
  })
})
