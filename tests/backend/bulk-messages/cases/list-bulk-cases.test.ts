import { changeBulkCase } from "@casepost/backend/bulk-messages/cases/change-bulk-case"
import { listBulkCases } from "@casepost/backend/bulk-messages/cases/list-bulk-cases"
import { contacts } from "@casepost/backend/cases/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { casesOf, madeBulk, makeInvoices, openBulk } from "../../../support/bulk-messages.ts"
import { countQueries } from "../../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"

describe("list-bulk-cases", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const positions = (page: { cases: { position: number }[] }) => page.cases.map(one => one.position)

  describe("does", () => {
    it("gives the cases in the order they were chosen, page by page", async () => {
      const world = await makeWorld(house)
      const { ids, addresses } = await makeInvoices(house, world, 5)
      const { id } = await openBulk(world.standard, ids)
      const first = await listBulkCases(world.standard, { id, limit: 2, show: "all" })
      expect(first.cases[1]).toMatchObject({ position: 1, check: "ready", address: addresses[1], state: "waiting" })
      expect(first.cases[1]?.case).toMatchObject({ customerName: "Customer 1 B.V." })
      const second = await listBulkCases(world.standard, { id, limit: 2, show: "all", cursor: first.nextCursor ?? "" })
      const third = await listBulkCases(world.standard, { id, limit: 2, show: "all", cursor: second.nextCursor ?? "" })
      expect([first, second, third].flatMap(positions)).toEqual([0, 1, 2, 3, 4])
      expect(third.nextCursor).toBeNull()
    })
    it("shows those of one check, those taken out, and those that need a look", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 4)
      const db = house.database.owner
      await db
        .update(contacts)
        .set({ address: null })
        .where(eq(contacts.customerId, customerIds[1] ?? ""))
      await db
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[2] ?? ""))
      const { id } = await openBulk(world.standard, ids)
      await changeBulkCase(world.standard, { id, position: 3, takenOut: true, send: false })
      const shown = async (show: string) => positions(await listBulkCases(world.standard, { id, limit: 10, show }))
      expect(await shown("ready")).toEqual([0])
      expect(await shown("portal-only")).toEqual([1])
      expect(await shown("missing")).toEqual([2])
      expect(await shown("taken-out")).toEqual([3])
      expect(await shown("attention")).toEqual([2])
      expect(await shown("left-out")).toEqual([2, 3])
    })
    it("says what became of each, and the one step that helps", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds } = await makeInvoices(house, world, 6)
      const db = house.database.owner
      await db
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[5] ?? ""))
      const bulk = await madeBulk(house, world, { ids })
      const rows = await casesOf(house, bulk)
      const become = (position: number, state: string, reason: string | null = null) =>
        db
          .update(recipients)
          .set({ state, reason })
          .where(eq(recipients.messageId, rows[position]?.messageId ?? ""))
      await become(0, "opened")
      await become(1, "bounced", "The mailbox is full.")
      await become(2, "failed", "The e-mail provider did not accept this e-mail. It says: no.")
      await become(3, "complained")
      const shown = async (show: string) =>
        (await listBulkCases(world.standard, { id: bulk.id, limit: 10, show })).cases
      expect((await shown("not-delivered")).map(one => [one.position, one.next])).toEqual([
        [1, "retry"],
        [2, "open"],
        [3, "change-address"],
      ])
      expect((await shown("attention")).map(one => one.position)).toEqual([1, 2, 3, 5])
      expect((await shown("left-out"))[0]).toMatchObject({
        next: "fill-in",
        reason: "Contact name missing",
        missing: ["contact.name"],
      })
      expect(positions({ cases: await shown("opened") })).toEqual([0])
      expect(positions({ cases: await shown("waiting") })).toEqual([4])
    })
    it("takes as many statements for many cases as for few", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 40)
      const { id } = await openBulk(world.standard, ids)
      const statements = (limit: number) =>
        countQueries(world.standard, counted => listBulkCases(counted, { id, limit, show: "all" }))
      expect(await statements(40)).toBe(await statements(2))
    })
  })

  describe("refuses", () => {
    it("a cursor of another list", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await openBulk(world.standard, ids)
      await expect(listBulkCases(world.standard, { id, limit: 2, show: "all", cursor: "eHg" })).rejects.toMatchObject({
        code: "invalid",
      })
    })
  })

  describe("protects", () => {
    it("cases of an administration that the author may not see any more", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const here = await makeInvoices(house, world, 1)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const user = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard", [other]: "standard" },
      })
      const { id } = await openBulk(user, [...here.ids, ...there.ids])
      const less = {
        ...user,
        actor: {
          ...user.actor,
          rights: { organisation: "none", administrations: new Map([[world.administrationId, "standard"]]) },
        },
      }
      const { cases } = await listBulkCases(less as typeof user, { id, limit: 5, show: "all" })
      expect(cases.map(one => one.case === null)).toEqual([false, true])
    })
    it("those of somebody else's bulk message that is being written, and of other administrations", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const { ids } = await makeInvoices(house, world, 1)
      const { id } = await openBulk(world.standard, ids)
      const sent = await madeBulk(house, world, { ids })
      const elsewhere = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [other]: "administrator" },
      })
      await expect(listBulkCases(world.admin, { id, limit: 1, show: "all" })).rejects.toMatchObject({
        code: "not-found",
      })
      await expect(listBulkCases(elsewhere, { id: sent.id, limit: 1, show: "all" })).rejects.toMatchObject({
        code: "not-found",
      })
      expect((await listBulkCases(world.restricted, { id: sent.id, limit: 1, show: "all" })).cases).toHaveLength(1)
    })
  })
})
