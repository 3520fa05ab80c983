import { getBulkMessage } from "@casepost/backend/bulk-messages/get-bulk-message"
import { openBulkMessage } from "@casepost/backend/bulk-messages/open-bulk-message"
import { contacts, customers, invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { suppressions } from "@casepost/backend/delivery/tables"
import { OverviewFilter } from "@casepost/shared/overviews"
import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { bulkContent, casesOf, lookAtAll, makeInvoices, openBulk } from "../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeKey, makeRelation, makeUser, makeWorld } from "../../support/make.ts"

const filter = (values: Record<string, unknown> = {}) => OverviewFilter.parse({ kind: "invoice", ...values })

describe("open-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("freezes ticked cases in their order, each once", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 3)
      const chosen = [ids[2], ids[0], ids[2], ids[1]].map(id => id ?? "")
      const bulk = await openBulk(world.standard, chosen)
      expect(bulk).toMatchObject({ state: "writing", kind: "invoice", total: 3, checked: 3, messages: 3, mails: 3 })
      expect((await casesOf(house, bulk)).map(row => [row.position, row.caseId])).toEqual([
        [0, ids[2]],
        [1, ids[0]],
        [2, ids[1]],
      ])
    })
    it("freezes all that fit a filter, less those that were unticked: what comes later is not among them", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 5)
      const bulk = await openBulkMessage(world.standard, {
        selection: { by: "filter", filter: filter(), except: [ids[1] ?? ""] },
      })
      await makeInvoices(house, world, 2)
      const cases = await casesOf(house, bulk)
      expect(new Set(cases.map(row => row.caseId))).toEqual(new Set(ids.filter(id => id !== ids[1])))
      expect((await getBulkMessage(world.standard, bulk.id)).total).toBe(4)
    })
    it("says of every case what stands in the way, and counts messages, mails and portal only", async () => {
      const world = await makeWorld(house)
      const { ids, customerIds, addresses } = await makeInvoices(house, world, 7)
      const db = house.database.owner
      const at = (index: number) => customerIds[index] ?? ""
      await db
        .update(contacts)
        .set({ address: null })
        .where(eq(contacts.customerId, at(1)))
      await db
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, at(2)))
      await db
        .update(customers)
        .set({ doNotMessage: "In court." })
        .where(eq(customers.id, at(3)))
      await db
        .update(invoices)
        .set({ state: "paid" })
        .where(eq(invoices.id, ids[4] ?? ""))
      await db.insert(suppressions).values({
        organisationId: world.organisationId,
        address: addresses[5] ?? "",
        reason: "bounce",
      })
      const bulk = await openBulk(world.standard, ids)
      expect((await casesOf(house, bulk)).map(row => row.check)).toEqual([
        "ready",
        "portal-only",
        "missing",
        "do-not-message",
        "settled",
        "suppressed",
        "ready",
      ])
      expect(bulk).toMatchObject({
        messages: 4,
        mails: 2,
        portalOnly: 2,
        missing: [{ name: "contact.name", cases: 1 }],
      })
      expect(bulk.checks).toMatchObject({ ready: 2, missing: 1, settled: 1, suppressed: 1 })
    })
    it("says that cases of an administration without the right are left out", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const here = await makeInvoices(house, world, 1)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const user = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard", [other]: "restricted" },
      })
      const bulk = await openBulk(user, [...here.ids, ...there.ids])
      expect(bulk.checks).toEqual({ ready: 1, "no-right": 1 })
    })
    it("warns of several to a customer, of many copies, of who was messaged lately and of copies that are not available", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const here = await makeInvoices(house, world, 2)
      const there = await makeInvoices(house, { ...world, administrationId: other }, 1)
      await house.database.owner
        .update(invoices)
        .set({ customerId: here.customerIds[0] ?? "" })
        .where(eq(invoices.id, here.ids[1] ?? ""))
      const relation = await makeRelation(house, world.organisationId, {
        name: "Smit & Hoekstra",
        administrationIds: [world.administrationId],
      })
      const user = await makeUser(house, world.organisationId)
      const bulk = await openBulk(user, [...here.ids, ...there.ids], {
        cc: [{ kind: "relation", relationId: relation.id }],
      })
      expect(bulk.warnings).toEqual([
        { kind: "left-out-recipient", name: "Smit & Hoekstra" },
        { kind: "copies", name: "Smit & Hoekstra", copies: 2 },
        { kind: "several-for-customer", customers: 1, most: 2 },
      ])
    })
    it("answers before it has looked at every case of a big selection, and looks at the rest in the background", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 3_000)
      const bulk = await openBulk(world.standard, ids)
      expect(bulk.total).toBe(3_000)
      await lookAtAll(house, bulk, world.organisationId)
      expect(await getBulkMessage(world.standard, bulk.id)).toMatchObject({ checked: 3_000, mails: 3_000 })
    })
    it("is open to the organisation's own systems", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 2)
      const key = makeKey(house, world.organisationId, [world.administrationId])
      expect(await openBulk(key, ids)).toMatchObject({ byName: "Ledger export", mine: true, messages: 2 })
    })
  })

  describe("refuses", () => {
    it("more than 50,000 cases, and keeps nothing of it", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const many = Array.from({ length: 50_001 }, () => newId())
      await expect(
        openBulkMessage(world.standard, { selection: { by: "ids", kind: "invoice", ids: [...many, ...ids] } }),
      ).rejects.toMatchObject({ code: "not-found" })
      await house.database.owner.execute(bigInvoices(world, 50_001))
      await expect(
        openBulkMessage(world.standard, { selection: { by: "filter", filter: filter(), except: [] } }),
      ).rejects.toMatchObject({ code: "too-large" })
    })
    it("a case that is not there, of another organisation or of an administration without a right alike", async () => {
      const [world, theirs] = [await makeWorld(house), await makeWorld(house)]
      const other = await makeAdministration(house, world.organisationId)
      const hidden = await makeInvoices(house, { ...world, administrationId: other }, 1)
      const foreign = await makeInvoices(house, theirs, 1)
      const user = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      for (const id of [newId(), "x", hidden.ids[0], foreign.ids[0]])
        await expect(openBulk(user, [id ?? ""])).rejects.toMatchObject({ code: "not-found" })
    })
    it("somebody who may message nobody there", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      await expect(openBulk(world.restricted, ids)).rejects.toMatchObject({ code: "not-allowed" })
    })
    it("a filter that nothing fits, and a relation of another organisation", async () => {
      const [world, theirs] = [await makeWorld(house), await makeWorld(house)]
      await expect(
        openBulkMessage(world.standard, { selection: { by: "filter", filter: filter(), except: [] } }),
      ).rejects.toMatchObject({ code: "invalid" })
      const { ids } = await makeInvoices(house, world, 1)
      const relation = await makeRelation(house, theirs.organisationId, {
        administrationIds: [theirs.administrationId],
      })
      await expect(
        openBulk(world.standard, ids, { cc: [{ kind: "relation", relationId: relation.id }] }),
      ).rejects.toMatchObject({ code: "relation-unavailable" })
    })
  })

  describe("protects", () => {
    it("what others see: nobody else finds it while it is written", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const bulk = await openBulk(world.standard, ids)
      await expect(getBulkMessage(world.admin, bulk.id)).rejects.toMatchObject({ code: "not-found" })
    })
    it("cases from a filter of other administrations than one sees", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      await makeInvoices(house, { ...world, administrationId: other }, 2)
      const { ids } = await makeInvoices(house, world, 1)
      const user = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      const bulk = await openBulkMessage(user, {
        selection: { by: "filter", filter: filter(), except: [] },
        content: bulkContent(),
      })
      expect((await casesOf(house, bulk)).map(row => row.caseId)).toEqual(ids)
    })
    it("the text from scripts", async () => {
      const world = await makeWorld(house)
      const { ids } = await makeInvoices(house, world, 1)
      const bulk = await openBulk(world.standard, ids, {
        texts: [{ language: "en", subject: "x", bodyHtml: '<p onclick="x()">Hi<script>x()</script></p>' }],
      })
      expect(bulk.content.texts[0]?.bodyHtml).toBe("<p>Hi</p>")
    })
  })
})

/** Made by the database itself: 50,001 rows from here would take long. */
function bigInvoices(world: { organisationId: string; administrationId: string }, count: number) {
  return sql`
    with one as (
      insert into customers (id, organisation_id, administration_id, number, name)
      values (gen_random_uuid(), ${world.organisationId}::uuid, ${world.administrationId}::uuid, 'BIG', 'Big') returning id)
    , made as (
      insert into invoices (id, organisation_id, administration_id, customer_id, number, amount, open_amount, currency, invoice_date, due_date)
      select gen_random_uuid(), ${world.organisationId}::uuid, ${world.administrationId}::uuid, one.id, 'B' || n, 1, 1, 'EUR', '2026-01-01', '2026-02-01'
      from one, generate_series(1, ${count}::int) n returning id, customer_id, number)
    insert into case_rows (case_id, organisation_id, administration_id, customer_id, case_kind, number, customer_number, customer_name, customer_sort,
      state, open, open_money, open_units, open_invoices, unread, not_delivered, no_address, do_not_message)
    select made.id, ${world.organisationId}::uuid, ${world.administrationId}::uuid, made.customer_id, 'invoice', made.number, 'BIG', 'Big', 'big',
      'open', true, '[]', 10000, 1, 0, false, true, false from made`
}
