import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { selectMatching } from "@casepost/backend/cases/overview/select-matching"
import { indexCases } from "@casepost/backend/cases/search/index-cases"
import type { Context } from "@casepost/backend/context"
import { rowsOf } from "@casepost/backend/database"
import { OverviewFilter } from "@casepost/shared/overviews"
import { beforeAll, describe, expect, it } from "vitest"
import type * as z from "zod"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeUser,
  makeWorld,
} from "../../../support/make.ts"

type Matching = { case_kind: string; case_id: string; customer_id: string; administration_id: string; number: string }

function matching(context: Context, filter: z.input<typeof OverviewFilter>): Promise<Matching[]> {
  return context.transaction(async tx =>
    rowsOf<Matching>(await tx.execute(selectMatching(context, OverviewFilter.parse(filter)))),
  )
}
const numbers = async (context: Context, filter: z.input<typeof OverviewFilter>) =>
  (await matching(context, filter)).map(row => row.number)

describe("selectMatching", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-23T12:00:00Z"))
  })
  /** Two customers with three invoices. */
  async function makeCases() {
    const world = await makeWorld(house)
    const jansen = await makeCustomer(house, world, { number: "10482", name: "Jansen & Zonen" })
    const linden = await makeCustomer(house, world, { number: "10219", name: "Hotel De Vier Linden", address: null })
    const of = (customerId: string) => ({ ...world, customerId })
    await makeInvoice(house, of(jansen.id), { number: "VF-3", openAmount: "12480.50", dueDate: "2026-10-17" })
    const small = await makeInvoice(house, of(jansen.id), { number: "VF-2", openAmount: "10", dueDate: "2026-12-01" })
    await makeInvoice(house, of(linden.id), { number: "VF-1", openAmount: "500", dueDate: "2026-11-03" })
    await world.admin.transaction(tx => indexCases(tx, "customer"))
    return { world, jansen, linden, small }
  }

  describe("does", () => {
    it("gives all that fit with their customer and administration, by customer number and number", async () => {
      const { world, jansen, small } = await makeCases()
      const rows = await matching(world.standard, { kind: "invoice" })
      expect(rows.map(row => row.number)).toEqual(["VF-1", "VF-2", "VF-3"])
      expect(rows[1]).toEqual({
        case_kind: "invoice",
        case_id: small.id,
        customer_id: jansen.id,
        administration_id: world.administrationId,
        number: "VF-2",
      })
      expect(await numbers(world.standard, { kind: "customer" })).toEqual(["10219", "10482"])
    })
    it("filters by days overdue, coming due and amount", async () => {
      const { world } = await makeCases()
      expect(await numbers(world.standard, { kind: "invoice", overdueDays: 20 })).toEqual(["VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", overdueDays: 19 })).toEqual(["VF-1", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", dueWithinDays: 8 })).toEqual(["VF-2"])
      expect(await numbers(world.standard, { kind: "invoice", dueWithinDays: 7 })).toEqual([])
      expect(await numbers(world.standard, { kind: "invoice", openFrom: "500" })).toEqual(["VF-1", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", openFrom: "10.01", openTo: "12480.49" })).toEqual([
        "VF-1",
      ])
      expect(await numbers(world.standard, { kind: "customer", openFrom: "12490.50" })).toEqual(["10482"])
    })
    it("counts days in each administration's own zone", async () => {
      const { world, jansen } = await makeCases()
      const kiribati = await makeAdministration(house, world.organisationId, { timeZone: "Pacific/Kiritimati" })
      const there = { ...world, administrationId: kiribati }
      const customer = await makeCustomer(house, there)
      for (const [place, number] of [
        [{ ...there, customerId: customer.id }, "KI"],
        [{ ...world, customerId: jansen.id }, "NL"],
      ] as const)
        await makeInvoice(house, place, { number, dueDate: "2026-11-23" })
      // It is 24 November there and 23 here.
      const { admin } = world
      const filter = {
        kind: "invoice",
        overdueDays: 0,
        administrationIds: [world.administrationId, kiribati],
      } satisfies z.input<typeof OverviewFilter>
      const user = await makeUser(house, world.organisationId, { right: "administrator" })
      expect(await numbers(user, filter)).toEqual(expect.arrayContaining(["KI", "VF-1", "VF-3"]))
      expect(await numbers(user, filter)).not.toContain("NL")
      expect(await numbers(admin, { ...filter, administrationIds: [world.administrationId] })).toEqual(["VF-1", "VF-3"])
    })
    it("filters by address, mark, matter and state", async () => {
      const { world, jansen, linden, small } = await makeCases()
      await makeMatter(house, { ...world, customerId: jansen.id, invoiceIds: [small.id] }, { number: "M-1" })
      await makeInvoice(house, { ...world, customerId: jansen.id }, { number: "VF-0", openAmount: "0", state: "paid" })
      await correctAddress(world.standard, { customerId: linden.id, doNotMessage: "Bankrupt" })
      expect(await numbers(world.standard, { kind: "invoice", noAddress: true })).toEqual(["VF-1"])
      expect(await numbers(world.standard, { kind: "invoice", doNotMessage: "marked" })).toEqual(["VF-1"])
      expect(await numbers(world.standard, { kind: "invoice", doNotMessage: "not-marked" })).toEqual(["VF-2", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", inMatter: "in" })).toEqual(["VF-2"])
      expect(await numbers(world.standard, { kind: "invoice", inMatter: "not-in" })).toEqual(["VF-1", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", state: "settled" })).toEqual(["VF-0"])
      expect(await numbers(world.standard, { kind: "invoice", state: "any" })).toHaveLength(4)
      expect(await numbers(world.standard, { kind: "matter" })).toEqual(["M-1"])
    })
    it("searches numbers in any notation, names, the customer's addresses and amounts", async () => {
      const { world, jansen } = await makeCases()
      await correctAddress(world.standard, { customerId: jansen.id, generalAddress: "boekhouding@zonen.example" })
      expect(await numbers(world.standard, { kind: "invoice", search: "vf 3" })).toEqual(["VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", search: "vf3" })).toEqual(["VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", search: "jansen zonen" })).toEqual(["VF-2", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", search: "boekhouding@" })).toEqual(["VF-2", "VF-3"])
      expect(await numbers(world.standard, { kind: "invoice", search: "€ 12.480,50" })).toEqual(["VF-3"])
      expect(await numbers(world.standard, { kind: "customer", search: "linden" })).toEqual(["10219"])
      expect(await numbers(world.standard, { kind: "invoice", search: "%_%" })).toEqual([])
    })
  })

  describe("refuses", () => {
    it("gives nothing where somebody has no right at all", async () => {
      const { world } = await makeCases()
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      expect(await matching(nobody, { kind: "invoice", state: "any" })).toEqual([])
    })
  })

  describe("protects", () => {
    it("never gives a case of another organisation or of an administration one may not see, asked for or not", async () => {
      const { world } = await makeCases()
      const { world: theirs } = await makeCases()
      const other = await makeAdministration(house, world.organisationId)
      const customer = await makeCustomer(house, { ...world, administrationId: other }, { name: "Jansen elsewhere" })
      await makeInvoice(
        house,
        { ...world, administrationId: other, customerId: customer.id },
        { number: "VF-9", openAmount: "500" },
      )
      await world.admin.transaction(tx => indexCases(tx, "customer"))
      const only = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      for (const administrationIds of [[], [world.administrationId, other, theirs.administrationId]])
        for (const search of ["", "jansen", "vf", "500"]) {
          const rows = await matching(only, { kind: "invoice", search, administrationIds, state: "any" })
          expect(rows.length).toBeGreaterThan(0)
          expect(new Set(rows.map(row => row.administration_id))).toEqual(new Set([world.administrationId]))
        }
      expect(await matching(only, { kind: "invoice", administrationIds: [other] })).toEqual([])
    })
  })
})
