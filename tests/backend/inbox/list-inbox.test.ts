import { listInbox } from "@casepost/backend/inbox/list-inbox"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { recipients } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import type { CaseRef } from "@casepost/shared/cases"
import { deeds, type InboxSort, inboxSorts } from "@casepost/shared/inbox"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"
import { leave, writeMessage, writeNote, writeReply } from "../../support/write.ts"

describe("the inbox", () => {
  let house: TestHouse
  let world: World
  beforeAll(async () => {
    house = await openTestHouse()
  })
  beforeEach(async () => {
    house.setNow(undefined)
    world = await makeWorld(house)
  })

  /** A case to write about, of a customer of its own. */
  async function aCase(
    kind: CaseRef["kind"] = "invoice",
    values: { administrationId?: string; name?: string; number?: string; customerNumber?: string } = {},
  ) {
    const place = {
      organisationId: world.organisationId,
      administrationId: values.administrationId ?? world.administrationId,
    }
    const { name, customerNumber } = values
    const customer = await makeCustomer(house, place, {
      ...(name ? { name } : {}),
      ...(customerNumber ? { number: customerNumber } : {}),
    })
    const number = values.number ? { number: values.number } : {}
    const of = { ...place, customerId: customer.id }
    const made =
      kind === "customer" ? customer : await (kind === "matter" ? makeMatter : makeInvoice)(house, of, number)
    return { caseRef: { kind, id: made.id } as CaseRef, number: made.number, customer, ...of }
  }

  /** At this minute of a day. */
  const at = (minute: number) => house.setNow(new Date(Date.UTC(2026, 10, 20, 9, minute)))
  const list = (query: Partial<Parameters<typeof listInbox>[1]> = {}, context = world.standard) =>
    listInbox(context, { sort: "newest", limit: 30, ...query })
  const idsOf = (answer: { conversations: { caseRef: CaseRef }[] }) =>
    answer.conversations.map(conversation => conversation.caseRef.id)
  const search = async (words: string, context = world.standard) => idsOf(await list({ search: words }, context))

  describe("does", () => {
    it("shows what was last written about a case, by whom, and how many replies are unread", async () => {
      const about = await aCase("invoice", { name: "Bakkerij Van Loon" })
      await writeMessage(world.standard, about.caseRef, { subject: "Payment plan" })
      await writeReply(world.standard, about, `Could we split it?${" The mill has been standing still.".repeat(20)}`)
      const answer = await list()
      expect(answer.conversations).toMatchObject([
        {
          caseRef: about.caseRef,
          caseNumber: about.number,
          customerId: about.customerId,
          customerName: "Bakkerij Van Loon",
          administrationName: "Van der Meer Groep NL",
          last: { direction: "incoming", authorName: "Peter Jansen", mine: false, state: null, attachments: 0 },
          unread: 1,
        },
      ])
      expect(answer.conversations[0]?.last.preview).toHaveLength(200)
      expect(deeds.listInbox.answer?.parse(answer)).toEqual(answer)
    })
    it("shows what we started and nobody answered, as the sender's own, already in its undo time", async () => {
      const about = await aCase()
      await writeMessage(world.standard, about.caseRef, { bodyHtml: "<p>One</p><ul><li>two</li></ul>" })
      expect((await list()).conversations).toMatchObject([
        { subject: "Invoice is still open", unread: 0, last: { mine: true, state: "held", preview: "One - two" } },
      ])
      expect((await list({}, world.admin)).conversations).toMatchObject([{ last: { mine: false } }])
    })
    it("falls back to the message before when one is taken back, and forgets a conversation without any", async () => {
      const [one, other] = [await aCase(), await aCase()]
      const first = await writeMessage(world.standard, one.caseRef, { subject: "First" })
      const second = await writeMessage(world.standard, one.caseRef, { subject: "Second" })
      const only = await writeMessage(world.standard, other.caseRef)
      await undoMessage(world.standard, second.id)
      await undoMessage(world.standard, only.id)
      expect((await list()).conversations).toMatchObject([{ subject: "First", last: { messageId: first.id } }])
    })
    it("says the worst that happened to an address, a copy's too, until a resend mends it", async () => {
      const about = await aCase()
      const cc = [{ kind: "typed" as const, address: "boekhouding@jansen.example" }]
      const { id } = await writeMessage(world.standard, about.caseRef, { cc })
      await leave(world.standard, id, "opened")
      await house.database.owner
        .update(recipients)
        .set({ state: "bounced", reason: "This mailbox does not exist." })
        .where(and(eq(recipients.messageId, id), eq(recipients.role, "cc")))
      expect((await list()).conversations).toMatchObject([
        { last: { state: "bounced", reason: "This mailbox does not exist." } },
      ])
      const to = [{ kind: "typed" as const, address: "info@jansen.example" }]
      await resendMessage(world.standard, { id, to, cc: [], bcc: [], confirmedTo: [] } as never)
      await leave(world.standard, id, "delivered")
      expect((await list()).conversations).toMatchObject([{ last: { state: "delivered", reason: null } }])
    })
    it("calls a message opened when the customer opened it, though its copies never are", async () => {
      const about = await aCase()
      const cc = [{ kind: "typed" as const, address: "boekhouding@jansen.example" }]
      const { id } = await writeMessage(world.standard, about.caseRef, { cc })
      await leave(world.standard, id, "delivered")
      await house.database.owner
        .update(recipients)
        .set({ state: "opened" })
        .where(and(eq(recipients.messageId, id), eq(recipients.role, "to")))
      expect((await list()).conversations).toMatchObject([{ last: { state: "opened" } }])
    })
    it("sorts newest, oldest, unread and read first", async () => {
      const cases = [await aCase(), await aCase("customer"), await aCase("matter"), await aCase()]
      for (const [minute, about] of cases.entries()) {
        at(minute)
        await (minute % 2 ? writeReply(world.standard, about) : writeMessage(world.standard, about.caseRef))
      }
      const [a, b, c, d] = cases.map(about => about.caseRef.id)
      expect(idsOf(await list({ sort: "newest" }))).toEqual([d, c, b, a])
      expect(idsOf(await list({ sort: "oldest" }))).toEqual([a, b, c, d])
      expect(idsOf(await list({ sort: "unread-first" }))).toEqual([d, b, c, a])
      expect(idsOf(await list({ sort: "read-first" }))).toEqual([c, a, d, b])
    })
    it("filters by administration, kind of case and read state, together too", async () => {
      const rental = await makeAdministration(house, world.organisationId)
      const admin = await makeUser(house, world.organisationId, { right: "administrator" })
      const here = await aCase("customer")
      const matter = await aCase("matter", { administrationId: rental })
      const invoice = await aCase("invoice", { administrationId: rental })
      for (const [minute, about] of [here, matter, invoice].entries()) {
        at(minute)
        await writeReply(admin, about)
      }
      await writeMessage(admin, (await aCase("invoice", { administrationId: rental })).caseRef)
      expect(idsOf(await list({ administrationId: world.administrationId }, admin))).toEqual([here.caseRef.id])
      expect(idsOf(await list({ caseKind: "matter" }, admin))).toEqual([matter.caseRef.id])
      expect(idsOf(await list({ read: "unread" }, admin))).toEqual(
        [invoice, matter, here].map(about => about.caseRef.id),
      )
      expect(idsOf(await list({ administrationId: rental, read: "unread", caseKind: "invoice" }, admin))).toEqual([
        invoice.caseRef.id,
      ])
    })
    it.each(inboxSorts)("gives every conversation exactly once while new messages arrive, sorted %s", async sort => {
      at(0)
      const cases = []
      for (const kind of ["invoice", "matter", "customer", "invoice", "invoice"] as const) cases.push(await aCase(kind))
      for (const [nth, about] of cases.entries())
        await (nth % 2 ? writeReply(world.standard, about) : writeMessage(world.standard, about.caseRef))
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const answer = await list({ sort: sort as InboxSort, limit: 2, cursor })
        seen.push(...idsOf(answer))
        cursor = answer.nextCursor ?? undefined
        at(sort === "oldest" ? -30 : 30)
        await writeReply(world.standard, await aCase())
      } while (cursor)
      const before = cases.map(about => about.caseRef.id)
      expect(seen.filter(id => before.includes(id)).toSorted()).toEqual(before.toSorted())
      expect(new Set(seen).size).toBe(seen.length)
    })
    it("goes through a filtered list of unread conversations in pages", async () => {
      for (const sort of ["unread-first", "read-first"] as const) {
        const seen: string[] = []
        world = await makeWorld(house)
        for (let nth = 0; nth < 3; nth++) await writeReply(world.standard, await aCase())
        await writeMessage(world.standard, (await aCase()).caseRef)
        let cursor: string | undefined
        do {
          const answer = await list({ sort, read: "unread", limit: 1, cursor })
          seen.push(...idsOf(answer))
          cursor = answer.nextCursor ?? undefined
        } while (cursor)
        expect(new Set(seen).size).toBe(3)
      }
    })
    it("searches text, subject, customer name and numbers, in any case, without accents, by how words begin", async () => {
      const about = await aCase("invoice", {
        name: "Café Het Anker",
        number: "VF-2026-03890",
        customerNumber: "C-10377",
      })
      await writeMessage(world.standard, (await aCase()).caseRef, { subject: "Something else" })
      await writeMessage(world.standard, about.caseRef, { subject: "Betalingsherinnering" })
      await writeReply(world.standard, about, "De crème brûlée was goed, de rekening niet.")
      for (const words of [
        "creme brulee",
        "BRÛLÉE",
        "cafe anker",
        "VF-2026-03890",
        "2026-038",
        "c-10377",
        "betalingsh",
        "anker rekening",
      ])
        expect(await search(words), words).toEqual([about.caseRef.id])
      expect(await search("brandweer")).toEqual([])
      expect(await search("--- !")).toEqual([])
    })
    it("filters and pages what it found", async () => {
      const found = []
      for (let minute = 0; minute < 3; minute++) {
        at(minute)
        const about = await aCase(minute === 1 ? "matter" : "invoice")
        await writeReply(world.standard, about, "pallet")
        found.push(about.caseRef.id)
      }
      const [a, b, c] = found
      expect(idsOf(await list({ search: "pallet", caseKind: "invoice" }))).toEqual([c, a])
      const first = await list({ search: "pallet", limit: 2, sort: "oldest" })
      expect(idsOf(first)).toEqual([a, b])
      const cursor = first.nextCursor ?? undefined
      expect(idsOf(await list({ search: "pallet", limit: 2, sort: "oldest", cursor }))).toEqual([c])
    })
    it("no longer finds the words of a message that was taken back", async () => {
      const { id } = await writeMessage(world.standard, (await aCase()).caseRef, { subject: "Zeepbel" })
      expect(await search("zeepbel")).toHaveLength(1)
      await undoMessage(world.standard, id)
      expect(await search("zeepbel")).toEqual([])
    })
    it("asks the database as often for fifty conversations as for one", async () => {
      const count = () => countQueries(world.standard, counted => listInbox(counted, { sort: "newest", limit: 100 }))
      await writeMessage(world.standard, (await aCase()).caseRef)
      const few = await count()
      for (let nth = 0; nth < 49; nth++) await writeReply(world.standard, await aCase())
      expect(few).toBeGreaterThan(2)
      expect(await count()).toBe(few)
    })
    it("answers the same on the embedded database", async () => {
      const usual = house
      house = await openEmbeddedHouse()
      try {
        world = await makeWorld(house)
        const about = await aCase("invoice", { name: "Café Het Anker" })
        await writeReply(world.standard, about, "Crème")
        for (const query of [{}, { search: "creme anker" }, { read: "unread", sort: "unread-first" }] as const)
          expect(idsOf(await list(query))).toEqual([about.caseRef.id])
      } finally {
        await house.database.close()
        house = usual
      }
    })
  })

  describe("refuses", () => {
    it("a cursor that no list gave, and one of the list in another order", async () => {
      await writeReply(world.standard, await aCase())
      await writeReply(world.standard, await aCase())
      await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" })
      const { nextCursor } = await list({ limit: 1 })
      await expect(list({ sort: "unread-first", cursor: nextCursor ?? "" })).rejects.toMatchObject({ code: "invalid" })
    })
    it("an administration one may not see, as one that does not exist", async () => {
      const theirs = await makeWorld(house)
      for (const administrationId of [theirs.administrationId, "nothing"])
        await expect(list({ administrationId })).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("shows and finds nothing of another organisation, nor of an administration one has no right in", async () => {
      const about = await aCase()
      await writeReply(world.standard, about, "geheim")
      const elsewhere = await makeAdministration(house, world.organisationId)
      const stranger = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [elsewhere]: "administrator" },
      })
      const { admin: theirs } = await makeWorld(house)
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      for (const context of [stranger, theirs, nobody]) {
        expect(idsOf(await list({}, context))).toEqual([])
        expect(await search("geheim", context)).toEqual([])
      }
      expect(await search("geheim", world.restricted)).toEqual([about.caseRef.id])
    })
    it("holds no internal note, neither as a row nor among the words it searches", async () => {
      const [noted, written] = [await aCase(), await aCase()]
      await writeNote(world.standard, noted, { bodyHtml: "<p>vertrouwelijk</p>" })
      await writeMessage(world.standard, written.caseRef)
      await writeNote(world.standard, written, { bodyHtml: "<p>vertrouwelijk</p>" })
      expect(idsOf(await list())).toEqual([written.caseRef.id])
      expect((await list()).conversations).toMatchObject([{ subject: "Invoice is still open", last: { mine: true } }])
      expect(await search("vertrouwelijk")).toEqual([])
    })
    it("takes search words as words, whatever they look like", async () => {
      const about = await aCase()
      await writeReply(world.standard, about, "Onderdeel 100% goed")
      for (const words of ["'; drop table messages; --", "a' | b & !c", "onderdeel:* <-> goed", "\\", "\0"])
        await expect(search(words)).resolves.toBeInstanceOf(Array)
      expect(await search("onderdeel & goed")).toEqual([about.caseRef.id])
    })
  })
})
