import { readOverview } from "@casepost/backend/cases/overview/read-overview"
import type { Context } from "@casepost/backend/context"
import type { DeedCall, DeedInput } from "@casepost/shared/contract"
import { deeds, overviewSorts } from "@casepost/shared/overviews"
import { beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../../support/count-queries.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeUser,
  makeWorld,
} from "../../../support/make.ts"
import { sentMessage } from "../../../support/portal.ts"

type Body = NonNullable<DeedCall<typeof deeds.readOverview>["body"]>
type Read = DeedInput<typeof deeds.readOverview>["body"]

function read(context: Context, body: Body) {
  return readOverview(context, deeds.readOverview.body?.parse(body) as Read)
}

async function readAll(context: Context, body: Body) {
  const pages: Awaited<ReturnType<typeof read>>[] = []
  let cursor: string | null | undefined
  do {
    const page = await read(context, { limit: 3, ...body, ...(cursor ? { cursor } : {}) })
    pages.push(page)
    cursor = page.nextCursor
  } while (cursor)
  return { rows: pages.flatMap(page => page.rows), pages: pages.length }
}

describe("readOverview", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const open = { kind: "invoice", state: "any" } as const

  /** Ten invoices of four customers in two administrations, some settled, some credit notes, some alike. */
  async function makeMany(inHouse: TestHouse = house) {
    const world = await makeWorld(inHouse)
    const other = {
      ...world,
      administrationId: await makeAdministration(inHouse, world.organisationId, { timeZone: "Asia/Tokyo" }),
    }
    const made: string[] = []
    for (let nth = 0; nth < 10; nth++) {
      const place = nth % 3 === 0 ? other : world
      const customer = await makeCustomer(inHouse, place, {
        name: ["Jansen", "Élan", "atelier", "Zonen"][nth % 4] ?? "",
      })
      const invoice = await makeInvoice(
        inHouse,
        { ...place, customerId: customer.id },
        {
          number: `VF-${nth % 2}${nth}`,
          openAmount: ["10", "-5.5", "10", "9000.1234"][nth % 4] ?? "",
          dueDate: `2026-1${nth % 2}-0${1 + (nth % 3)}`,
          state: nth % 5 === 0 ? "paid" : "open",
        },
      )
      made.push(invoice.id)
    }
    const seer = await makeUser(inHouse, world.organisationId, { right: "administrator" })
    for (const id of made.slice(2, 7)) await sentMessage({ ...world, standard: seer }, { kind: "invoice", id })
    return { world, other, seer, made }
  }
  type Row = Awaited<ReturnType<typeof read>>["rows"][number]
  const sortedBy: Record<(typeof overviewSorts)[number], (row: Row) => string | number | null> = {
    number: row => row.number,
    customer: row => row.customerName.toLowerCase().replace("é", "e"),
    open: row => Number(row.open[0]?.amount ?? 0),
    due: row => row.dueDate,
    overdue: row => (row.daysOverdue === null ? null : -Date.parse(row.dueDate ?? "")),
    "last-message": row => row.lastMessage?.at ?? null,
  }

  describe("does", () => {
    it("says of each row what the picture shows", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world, {
        number: "10482",
        name: "Jansen",
        address: null,
        doNotMessage: null,
      })
      const of = { ...world, customerId: customer.id }
      const invoice = await makeInvoice(house, of, { number: "VF-1", openAmount: "12480.5", dueDate: "2026-10-17" })
      const matter = await makeMatter(house, { ...of, invoiceIds: [invoice.id] }, { number: "M-1" })
      await sentMessage(world, { kind: "invoice", id: invoice.id })
      house.setNow(new Date("2026-11-23T12:00:00Z"))
      const { rows, nextCursor } = await read(world.restricted, { filter: { kind: "invoice" } })
      house.setNow(undefined)
      expect(nextCursor).toBeNull()
      expect(rows).toEqual([
        {
          ref: { kind: "invoice", id: invoice.id },
          number: "VF-1",
          customerId: customer.id,
          customerName: "Jansen",
          customerNumber: "10482",
          administrationId: world.administrationId,
          administrationName: "Van der Meer Groep NL",
          state: "open",
          open: [{ amount: "12480.50", currency: "EUR" }],
          openInvoices: 1,
          dueDate: "2026-10-17",
          daysOverdue: 37,
          unread: 0,
          lastMessage: { at: expect.any(String), text: "Invoice is still open", incoming: false },
          notDelivered: false,
          portalOnly: true,
          doNotMessage: null,
          matter: { id: matter.id, number: "M-1" },
          mayMessage: false,
        },
      ])
    })
    it.each(overviewSorts.flatMap(sort => [[sort, true] as const, [sort, false] as const]))(
      "pages by %s (descending: %s) without losing or repeating a row, those without a value last",
      async (sort, descending) => {
        const { seer, made } = await makeMany()
        const { rows, pages } = await readAll(seer, { filter: open, sort, descending })
        expect(pages).toBe(4)
        expect(new Set(rows.map(row => row.ref.id))).toEqual(new Set(made))
        expect(rows).toHaveLength(10)
        const values = rows.map(sortedBy[sort])
        const present = values.filter(value => value !== null)
        expect(values.slice(0, present.length)).toEqual(present)
        const sorted = present.toSorted((one, next) => (one < next ? -1 : one > next ? 1 : 0))
        expect(present).toEqual(descending ? sorted.toReversed() : sorted)
      },
    )
    it("pages through what a search found in the same order", async () => {
      const { world, seer } = await makeMany()
      await world.admin.transaction(async tx => {
        const { indexCases } = await import("@casepost/backend/cases/search/index-cases")
        await indexCases(tx, "customer")
      })
      const all = await readAll(seer, { filter: open, sort: "last-message" })
      const found = await readAll(seer, { filter: { ...open, search: "vf" }, sort: "last-message" })
      expect(found).toEqual(all)
    })
    it("asks the database as often for one row as for many", async () => {
      const { seer } = await makeMany()
      const [one, many] = [1, 10].map(limit => countQueries(seer, () => read(seer, { filter: open, limit })))
      expect(await one).toBe(await many)
    })
    it("reads the same on the embedded engine", async () => {
      const embedded = await openEmbeddedHouse()
      const { seer, made } = await makeMany(embedded)
      for (const sort of ["overdue", "customer"] as const) {
        const { rows } = await readAll(seer, { filter: open, sort })
        expect(new Set(rows.map(row => row.ref.id))).toEqual(new Set(made))
      }
    })
  })

  describe("refuses", () => {
    it("refuses a cursor of another order, and one that was made up", async () => {
      const { seer } = await makeMany()
      const { nextCursor } = await read(seer, { filter: open, limit: 2, sort: "due" })
      const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url")
      for (const cursor of [nextCursor ?? "", "x", made(["overdue", true, "31-12-2026", "VF-1", crypto.randomUUID()])])
        await expect(read(seer, { filter: open, sort: "overdue", cursor })).rejects.toMatchObject({ code: "invalid" })
      const cursor = made(["last-message", true, "0000-01-01T00:00:00Z", "VF-1", crypto.randomUUID()])
      await expect(read(seer, { filter: open, sort: "last-message", cursor })).rejects.toMatchObject({
        code: "invalid",
      })
    })
  })

  describe("protects", () => {
    it("shows no row of another organisation or of an administration one may not see", async () => {
      const { world, other } = await makeMany()
      await makeMany()
      const only = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "restricted" },
      })
      for (const administrationIds of [
        [],
        [other.administrationId],
        [world.administrationId, other.administrationId],
      ]) {
        const { rows } = await readAll(only, { filter: { ...open, administrationIds } })
        expect(rows.every(row => row.administrationId === world.administrationId && !row.mayMessage)).toBe(true)
        expect(rows).toHaveLength(administrationIds.length === 1 ? 0 : 6)
      }
    })
  })
})
