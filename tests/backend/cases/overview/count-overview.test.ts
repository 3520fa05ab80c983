import { countOverview } from "@casepost/backend/cases/overview/count-overview"
import type { Context } from "@casepost/backend/context"
import { administrations } from "@casepost/backend/organisations/tables"
import { OverviewFilter } from "@casepost/shared/overviews"
import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import type * as z from "zod"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld } from "../../../support/make.ts"

const count = (context: Context, filter: z.input<typeof OverviewFilter>) =>
  countOverview(context, { filter: OverviewFilter.parse(filter) })

describe("countOverview", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  async function makeCases() {
    const world = await makeWorld(house)
    const other = { ...world, administrationId: await makeAdministration(house, world.organisationId) }
    const jansen = await makeCustomer(house, world)
    const marked = await makeCustomer(house, other, { doNotMessage: "Bankrupt" })
    const of = { ...world, customerId: jansen.id }
    await makeInvoice(house, of, { openAmount: "10.0001" })
    await makeInvoice(house, of, { openAmount: "-3.5" })
    await makeInvoice(house, of, { openAmount: "7", currency: "USD" })
    await makeInvoice(house, of, { openAmount: "7", state: "paid" })
    await makeInvoice(house, { ...other, customerId: marked.id }, { openAmount: "5", dueDate: "2020-01-01" })
    const readOnly = await makeCustomer(house, other)
    await makeInvoice(house, { ...other, customerId: readOnly.id }, { openAmount: "5" })
    const seer = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [world.administrationId]: "standard", [other.administrationId]: "restricted" },
    })
    return { world, other, seer }
  }

  describe("does", () => {
    it("counts what fits and what is open in it, one sum a currency", async () => {
      const { seer } = await makeCases()
      expect(await count(seer, { kind: "invoice" })).toEqual({
        matching: 5,
        all: 5,
        // The marked one is in an administration where one may only read: it is left out once.
        doNotMessage: 1,
        noRight: 1,
        open: [
          { amount: "16.5001", currency: "EUR" },
          { amount: "7.00", currency: "USD" },
        ],
        asOf: null,
      })
      expect(await count(seer, { kind: "invoice", doNotMessage: "not-marked", openFrom: "0" })).toMatchObject({
        matching: 3,
        all: 5,
        doNotMessage: 0,
        open: [
          { amount: "15.0001", currency: "EUR" },
          { amount: "7.00", currency: "USD" },
        ],
      })
    })
    it("adds the currencies of customers who owe in several", async () => {
      const { seer } = await makeCases()
      expect(await count(seer, { kind: "customer" })).toMatchObject({
        matching: 3,
        open: [
          { amount: "16.5001", currency: "EUR" },
          { amount: "7.00", currency: "USD" },
        ],
      })
    })
    it("says how old the oldest data of the chosen administrations is", async () => {
      const { world, other, seer } = await makeCases()
      const db = house.database.owner
      const mark = (id: string, at: string) =>
        db
          .update(administrations)
          .set({ dataAsOf: new Date(at) })
          .where(eq(administrations.id, id))
      await mark(world.administrationId, "2026-11-23T06:12:00Z")
      await mark(other.administrationId, "2026-11-20T06:00:00Z")
      expect((await count(seer, { kind: "invoice" })).asOf).toBe("2026-11-20T06:00:00.000Z")
      const administrationIds = [world.administrationId]
      expect((await count(seer, { kind: "invoice", administrationIds })).asOf).toBe("2026-11-23T06:12:00.000Z")
    })
    it("stops counting beyond what a bulk message can hold, and gives no sum then", async () => {
      const { world, seer } = await makeCases()
      await house.database.owner.execute(sql`
        insert into case_rows select gen_random_uuid(), r.organisation_id, r.administration_id, r.customer_id, r.case_kind, r.number || n,
          r.customer_number, r.customer_name, r.customer_sort, r.state, r.open, r.open_money, r.open_units, r.currency, r.open_invoices,
          r.due_date, r.overdue_from, r.last_message_id, r.last_message_at, r.last_sent_at, r.unread, r.not_delivered, r.no_address,
          r.do_not_message, r.matter_id
        from (select * from case_rows where administration_id = ${world.administrationId} and case_kind = 'invoice' and open limit 1) r,
          generate_series(1, 50010) n`)
      expect(await count(seer, { kind: "invoice" })).toMatchObject({ matching: 50_001, all: 50_001, open: null })
      await house.database.owner.execute(sql`delete from case_rows where administration_id = ${world.administrationId}`)
    })
  })

  describe("refuses", () => {
    it("counts nothing for an amount beyond all that can be open", async () => {
      const { world } = await makeCases()
      for (const search of ["999 999 999 999 999,99", "99.999.999.999.999,99", "-99.999.999.999.999,99"])
        expect(await count(world.admin, { kind: "invoice", search })).toMatchObject({ matching: 0 })
    })
    it("counts nothing for somebody without a right", async () => {
      const { world } = await makeCases()
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      expect(await count(nobody, { kind: "invoice" })).toEqual({
        matching: 0,
        all: 0,
        doNotMessage: 0,
        noRight: 0,
        open: [],
        asOf: null,
      })
    })
  })

  describe("protects", () => {
    it("counts nothing of another organisation or administration, in any figure", async () => {
      const { world, other } = await makeCases()
      await makeCases()
      const only = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      for (const administrationIds of [[], [world.administrationId, other.administrationId]])
        expect(await count(only, { kind: "invoice", administrationIds, state: "any" })).toMatchObject({
          matching: 4,
          all: 3,
          doNotMessage: 0,
          noRight: 0,
        })
      expect(await count(only, { kind: "invoice", administrationIds: [other.administrationId] })).toMatchObject({
        matching: 0,
        all: 0,
      })
    })
  })
})
