import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { describeCases } from "@casepost/backend/cases/describe-cases"
import { refreshCaseRows } from "@casepost/backend/cases/overview/refresh-case-rows"
import { caseRows } from "@casepost/backend/cases/overview/tables"
import { upsertCustomers } from "@casepost/backend/cases/upsert/customers/upsert-customers"
import { upsertInvoices } from "@casepost/backend/cases/upsert/invoices/upsert-invoices"
import { upsertMatters } from "@casepost/backend/cases/upsert/matters/upsert-matters"
import { newId } from "@casepost/backend/columns"
import { recordEvent } from "@casepost/backend/delivery/record-event"
import { mails } from "@casepost/backend/delivery/tables"
import { markConversation } from "@casepost/backend/inbox/mark-conversation"
import { resendMessage } from "@casepost/backend/messages/resend-message"
import { recipients } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import type { CaseRef } from "@casepost/shared/cases"
import { asc, eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeCustomer, makeInvoice, makeWorld, type World } from "../../../support/make.ts"
import { leave, writeMessage, writeReply } from "../../../support/write.ts"

describe("refreshCaseRows", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const rowsOf = (world: World) =>
    house.database.owner
      .select()
      .from(caseRows)
      .where(eq(caseRows.organisationId, world.organisationId))
      .orderBy(asc(caseRows.caseId))
  const rowOf = async (id: string) =>
    (await house.database.owner.select().from(caseRows).where(eq(caseRows.caseId, id)))[0]

  /** The same numbers for the same seed, so that a failure can be run again. */
  function chanceFrom(seed: number) {
    let state = seed
    return (below: number) => {
      state = (state * 48_271) % 2_147_483_647
      return Math.floor((state / 2_147_483_647) * below)
    }
  }

  /** A life of some weeks: everything that may change what an overview says, in any order. */
  async function live(world: World, chance: (below: number) => number, steps: number) {
    const id = world.administrationId
    const sent: { messageId: string; left: boolean }[] = []
    const customer = () => `K${chance(3)}`
    const invoice = () => {
      const nth = chance(8)
      return { number: `F${nth}`, customerNumber: `K${nth % 3}` }
    }
    const anyCase = async (): Promise<{ ref: CaseRef; customerId: string } | undefined> => {
      const rows = await rowsOf(world)
      const row = rows[chance(rows.length || 1)]
      return row && { ref: { kind: row.caseKind as CaseRef["kind"], id: row.caseId }, customerId: row.customerId }
    }
    const deeds = [
      () =>
        upsertCustomers(world.admin, {
          administrationId: id,
          rows: [
            {
              number: customer(),
              name: `Name ${chance(3)}`,
              contacts: chance(2) ? [] : [{ name: "P", address: "p@x.example" }],
            },
          ],
        }),
      () =>
        upsertInvoices(world.admin, {
          administrationId: id,
          rows: [invoice(), invoice()].map(row => ({
            ...row,
            amount: "100",
            openAmount: ["0", "100", "-25.5", "7.0001"][chance(4)],
            currency: ["EUR", "USD"][chance(2)],
            invoiceDate: "2026-01-01",
            dueDate: `2026-02-0${1 + chance(9)}`,
          })),
        }),
      () => {
        const { number, customerNumber } = invoice()
        const row = {
          number: `M${customerNumber}`,
          customerNumber,
          openedOn: "2026-03-01",
          state: ["open", "closed"][chance(2)],
        }
        return upsertMatters(world.admin, {
          administrationId: id,
          rows: [{ ...row, invoiceNumbers: chance(3) ? [number] : [] }],
        })
      },
      async () => {
        const about = await anyCase()
        if (!about) return
        await correctAddress(world.standard, {
          customerId: about.customerId,
          doNotMessage: chance(2) ? "Bankrupt" : null,
          generalAddress: chance(2) ? "new@x.example" : null,
        })
      },
      async () => {
        const about = await anyCase()
        const row = about && (await rowOf(about.customerId))
        if (!about || row?.doNotMessage) return
        const { id: messageId } = await writeMessage(world.standard, about.ref)
        const left = chance(2) === 1
        if (left) await leave(world.standard, messageId)
        sent.push({ messageId, left })
      },
      async () => {
        const about = await anyCase()
        if (about)
          await writeReply(world.standard, { caseRef: about.ref, customerId: about.customerId, administrationId: id })
      },
      async () => {
        const about = await anyCase()
        if (about) await markConversation(world.standard, about.ref, { read: chance(2) === 1 }).catch(() => {})
      },
      async () => {
        const held = sent.find(one => !one.left)
        if (!held) return
        held.left = true
        await undoMessage(world.standard, held.messageId)
      },
      async () => {
        const some = sent[chance(sent.length || 1)]
        if (!some) return
        const [to] = await house.database.owner
          .select()
          .from(recipients)
          .where(eq(recipients.messageId, some.messageId))
        if (!to) return
        const db = house.database.owner
        await db
          .insert(mails)
          .values({
            id: newId(),
            organisationId: world.organisationId,
            kind: "message",
            recipientId: to.id,
            address: to.address ?? "",
            state: "sent",
          })
          .onConflictDoNothing()
        const [mail] = await db.select().from(mails).where(eq(mails.recipientId, to.id))
        await recordEvent(house, {
          eventId: newId(),
          type: ["email.bounced", "email.delivered", "email.complained"][chance(3)] ?? "",
          mailId: mail?.id,
          happenedAt: new Date(),
          detail: {},
        })
      },
    ]
    const rows = [0, 1, 2].map(nth => ({ number: `K${nth}`, name: `Name ${nth}` }))
    await upsertCustomers(world.admin, { administrationId: id, rows })
    for (let step = 0; step < steps; step++) await deeds[chance(deeds.length)]?.()
  }

  describe("does", () => {
    it.each([1, 2, 3, 4])("leaves after any life (%i) the rows that working out everything anew gives", async seed => {
      const world = await makeWorld(house)
      await live(world, chanceFrom(seed * 7919), 60)
      const kept = await rowsOf(world)
      expect(kept.length).toBeGreaterThan(5)
      const db = house.database.owner
      await db.delete(caseRows).where(eq(caseRows.organisationId, world.organisationId))
      await db.execute(sql`select casepost_refresh_case_rows(array(select id from customers union all select id from matters
        union all select id from invoices))`)
      expect(kept).toEqual(await rowsOf(world))
      const described = await describeCases(
        db,
        kept.map(row => ({ kind: row.caseKind as CaseRef["kind"], id: row.caseId })),
      )
      expect(
        kept.map(row => [
          row.state,
          row.openInvoices,
          row.dueDate,
          row.unread,
          row.openMoney.map(money => Number(money.amount)),
        ]),
      ).toEqual(
        described.map(one => [
          one.state,
          one.openInvoices,
          one.dueDate,
          one.unread,
          one.open.map(money => Number(money.amount)),
        ]),
      )
    })
    it("says that the last message did not arrive, until it is sent once more", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
      const caseRef = { kind: "invoice" as const, id: invoice.id }
      const { id } = await writeMessage(world.standard, caseRef)
      await leave(world.standard, id)
      const [to] = await house.database.owner.select().from(recipients).where(eq(recipients.messageId, id))
      const mail = {
        id: newId(),
        organisationId: world.organisationId,
        kind: "message",
        recipientId: to?.id ?? "",
        address: "x",
        state: "sent",
      }
      await house.database.owner.insert(mails).values(mail)
      await recordEvent(house, {
        eventId: newId(),
        type: "email.bounced",
        mailId: mail.id,
        happenedAt: new Date(),
        detail: {},
      })
      expect(await rowOf(invoice.id)).toMatchObject({ notDelivered: true })
      expect(await rowOf(customer.id)).toMatchObject({ notDelivered: true })
      await resendMessage(world.standard, {
        id,
        to: [{ kind: "typed", address: "new@x.example" }],
        cc: [],
        bcc: [],
        confirmedTo: [],
      })
      expect(await rowOf(invoice.id)).toMatchObject({ notDelivered: false })
      await undoMessage(world.standard, id)
      expect(await rowOf(invoice.id)).toMatchObject({ notDelivered: true })
    })
  })

  describe("refuses", () => {
    it("lets no role write the rows by itself", async () => {
      const world = await makeWorld(house)
      await makeCustomer(house, world)
      const { organisationId } = world
      for (const scope of [
        { role: "casepost_app", organisationId },
        { role: "casepost_portal", organisationId, customerId: "" },
        { role: "casepost_system" },
      ] as const)
        await expect(
          house.database.inScope(scope, tx => tx.execute(sql`update case_rows set unread = 0`)),
        ).rejects.toMatchObject({ cause: { code: "42501" } })
    })
  })

  describe("protects", () => {
    it("counts what two writers change about one customer at the same moment, and neither locks the other out", async () => {
      const world = await makeWorld(house)
      const customers = [await makeCustomer(house, world), await makeCustomer(house, world)]
      const made = []
      for (let nth = 0; nth < 20; nth++) {
        const customerId = customers[nth % 2]?.id ?? ""
        made.push({ customerId, ...(await makeInvoice(house, { ...world, customerId })) })
      }
      await Promise.all(
        made.map(({ id, customerId }) =>
          writeReply(world.standard, {
            caseRef: { kind: "invoice", id },
            customerId,
            administrationId: world.administrationId,
          }),
        ),
      )
      for (const { id } of customers) expect(await rowOf(id)).toMatchObject({ unread: 10, openInvoices: 10 })
    })
    it("works nothing out twice for ids it does not know", async () => {
      await makeWorld(house).then(world => world.standard.transaction(tx => refreshCaseRows(tx, [newId()])))
      expect(await rowOf(newId())).toBeUndefined()
    })
  })
})
