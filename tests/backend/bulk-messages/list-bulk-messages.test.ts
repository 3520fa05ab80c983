import { discardBulkMessage } from "@casepost/backend/bulk-messages/discard-bulk-message"
import { exportBulkMessage } from "@casepost/backend/bulk-messages/export-bulk-message"
import { forgetOldBulkDrafts } from "@casepost/backend/bulk-messages/forget-old-drafts"
import { getBulkMessage } from "@casepost/backend/bulk-messages/get-bulk-message"
import { listBulkMessages } from "@casepost/backend/bulk-messages/list-bulk-messages"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import { customers } from "@casepost/backend/cases/tables"
import { messages, recipients } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { casesOf, madeBulk, makeInvoices, openBulk, sentBulk } from "../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../support/make.ts"

// The list, one of it, its export, and what is thrown away.

describe("list, get, export and discard of bulk messages", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const page = { limit: 2, sort: "newest", drafts: false } as const

  describe("does", () => {
    it("lists those of everybody, newest first, by keyset; drafts are one's own", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const sent = []
      for (const by of [world.standard, world.admin, world.standard]) sent.unshift((await sentBulk(by, ids)).id)
      const draft = await openBulk(world.standard, ids)
      const first = await listBulkMessages(world.restricted, page)
      const second = await listBulkMessages(world.restricted, { ...page, cursor: first.nextCursor ?? "" })
      expect([...first.bulkMessages, ...second.bulkMessages].map(one => one.id)).toEqual(sent)
      expect(second.nextCursor).toBeNull()
      expect((await listBulkMessages(world.standard, { ...page, sort: "oldest" })).bulkMessages[0]?.id).toBe(sent[2])
      expect(
        (await listBulkMessages(world.standard, { ...page, drafts: true })).bulkMessages.map(one => one.id),
      ).toEqual([draft.id])
      expect((await listBulkMessages(world.admin, { ...page, drafts: true })).bulkMessages).toEqual([])
    })
    it("counts each message once, under the state of its To, and the answers", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 4)
      const bulk = await madeBulk(house, world, { ids })
      const rows = await casesOf(house, bulk)
      const db = house.database.owner
      for (const [index, state] of ["delivered", "opened", "bounced", "portal-only"].entries())
        await db
          .update(recipients)
          .set({ state })
          .where(eq(recipients.messageId, rows[index]?.messageId ?? ""))
      await db.insert(messages).values({
        ...world,
        customerId: customerIds[1] ?? "",
        caseKind: "invoice",
        caseId: ids[1] ?? "",
        direction: "incoming",
        authorName: "Peter",
        bodyHtml: "<p>Soon</p>",
        bodyText: "Soon",
        language: "en",
        state: "left",
        createdAt: new Date(house.now().getTime() + 1_000),
      })
      expect(await getBulkMessage(world.standard, bulk.id)).toMatchObject({
        results: { delivered: 1, opened: 1, "not-delivered": 1, "portal-only": 1 },
        answered: 1,
        messages: 4,
        portalOnly: 1,
        retryable: 1,
      })
    })
    it("exports a line a case, in the order they were chosen, with no cell a spreadsheet would run", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds, addresses } = await makeInvoices(house, world, 2)
      await house.database.owner
        .update(customers)
        .set({ name: "=cmd()" })
        .where(eq(customers.id, customerIds[0] ?? ""))
      const bulk = await madeBulk(house, world, { ids })
      const lines = new TextDecoder()
        .decode((await exportBulkMessage(world.restricted, bulk.id)).bytes)
        .trim()
        .split("\r\n")
      expect(lines[0]).toContain("Case;Customer number;Customer;Administration;Email address;Result;Reason;Sent;Opened")
      expect(lines[1]).toContain(`"'=cmd()"`)
      expect(lines[2]).toContain(`${addresses[1]};Waiting`)
    })
    it("throws away what is being written, and after 30 days what nobody touched", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const [gone, old, fresh] = [
        await openBulk(world.standard, ids),
        await openBulk(world.standard, ids),
        await openBulk(world.standard, ids),
      ]
      await discardBulkMessage(world.standard, gone.id)
      await house.database.owner
        .update(bulkMessages)
        .set({ savedAt: new Date("2020-01-01") })
        .where(eq(bulkMessages.id, old.id))
      await forgetOldBulkDrafts(house)
      for (const { id } of [gone, old])
        await expect(getBulkMessage(world.standard, id)).rejects.toMatchObject({ code: "not-found" })
      expect((await getBulkMessage(world.standard, fresh.id)).id).toBe(fresh.id)
      expect(await casesOf(house, gone)).toEqual([])
    })
  })

  describe("refuses", () => {
    it("to throw away what was sent", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await sentBulk(world.standard, ids)
      await expect(discardBulkMessage(world.standard, id)).rejects.toMatchObject({ code: "undo-too-late" })
    })
  })

  describe("protects", () => {
    it("bulk messages that reach into an administration one may not see", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const both = await makeUser(house, world.organisationId)
      const here = await makeInvoices(house, world, 1)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const { id } = await sentBulk(both, [...here.ids, ...there.ids])
      const half = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "administrator" },
      })
      expect((await listBulkMessages(half, page)).bulkMessages).toEqual([])
      for (const deed of [getBulkMessage, exportBulkMessage])
        await expect(deed(half, id)).rejects.toMatchObject({ code: "not-found" })
      const theirs = await makeWorld(house)
      await expect(getBulkMessage(theirs.admin, id)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})
