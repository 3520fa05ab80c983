import { customers } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../support/house.ts"
import { makeCustomer, makeNote, makeWorld } from "../support/make.ts"

describe.each(["postgres", "pglite"] as const)("the second wall on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
  })

  describe("protects", () => {
    it("shows nothing to a transaction that left the organisation out", async () => {
      const world = await makeWorld(house)
      await makeCustomer(house, world)
      const rows = await house.database.inScope({ role: "casepost_app", organisationId: "" }, tx =>
        tx.select().from(customers),
      )
      expect(rows).toEqual([])
    })
    it("shows an organisation only its own rows though the query names no organisation", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const customer = await makeCustomer(house, ours)
      await makeCustomer(house, theirs)
      const rows = await ours.standard.transaction(tx => tx.select({ id: customers.id }).from(customers))
      expect(rows).toEqual([{ id: customer.id }])
    })
    it("refuses to write a row of another organisation", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await expect(
        ours.admin.transaction(tx => tx.insert(customers).values({ ...theirs, name: "x", number: "x" })),
      ).rejects.toMatchObject({ cause: { code: "42501" } })
    })
    it.each([
      "notes",
      "note_forwards",
      "note_recipients",
      "reminders",
      "entries",
      "notifications",
      "drafts",
      "suppressions",
      "mails",
      "audit",
      "relations",
      "message_words",
      "case_words",
      "sessions",
    ])("gives the portal no grant on %s", async table => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const scope = { role: "casepost_portal", organisationId: world.organisationId, customerId: customer.id } as const
      await expect(
        house.database.inScope(scope, tx => tx.execute(sql.raw(`select * from ${table}`))),
      ).rejects.toMatchObject({ cause: { code: "42501" } })
    })
    it("lets the portal write no note, no recipient of one and no reminder", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const note = await makeNote(world.standard, { kind: "customer", id: customer.id })
      const scope = { role: "casepost_portal", organisationId: world.organisationId, customerId: customer.id } as const
      for (const statement of [
        sql`update notes set body_text = 'x' where id = ${note.id}`,
        sql`delete from notes where id = ${note.id}`,
        sql`update note_recipients set address = 'x@evil.example'`,
        sql`insert into reminders (id) values (gen_random_uuid())`,
      ])
        await expect(house.database.inScope(scope, tx => tx.execute(statement))).rejects.toMatchObject({
          cause: { code: "42501" },
        })
    })
    it("lets the portal write no outgoing message and none for another customer", async () => {
      const world = await makeWorld(house)
      const [one, other] = [await makeCustomer(house, world), await makeCustomer(house, world)]
      const scope = { role: "casepost_portal", organisationId: world.organisationId, customerId: one.id } as const
      const message = {
        organisationId: world.organisationId,
        administrationId: world.administrationId,
        customerId: one.id,
        caseKind: "customer",
        caseId: one.id,
        authorName: "Peter Jansen",
        bodyHtml: "",
        bodyText: "",
        language: "nl",
        state: "left",
      }
      const write = (values: typeof messages.$inferInsert) =>
        house.database.inScope(scope, tx => tx.insert(messages).values(values))
      await write({ ...message, direction: "incoming" })
      await expect(write({ ...message, direction: "outgoing" })).rejects.toMatchObject({ cause: { code: "42501" } })
      await expect(write({ ...message, direction: "incoming", customerId: other.id })).rejects.toMatchObject({
        cause: { code: "42501" },
      })
    })
    it("lets the application add to the audit and read it, and nothing else", async () => {
      const world = await makeWorld(house)
      await expect(world.admin.transaction(tx => tx.execute(sql`delete from audit`))).rejects.toMatchObject({
        cause: { code: "42501" },
      })
    })
  })
})
