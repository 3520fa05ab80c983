import { newId } from "@casepost/backend/columns"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { cancelScheduled } from "@casepost/backend/messages/sending/cancel-scheduled"
import { attempts, messages } from "@casepost/backend/messages/tables"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { getStandardMessage } from "@casepost/backend/standard-messages/get-standard-message"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { type FullCase, makeFullCase } from "../../support/full-case.ts"
import { openTestHouse } from "../../support/house.ts"
import { writing } from "../../support/messages.ts"
import { makeStandardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let full: FullCase
beforeEach(async () => {
  full = await makeFullCase(house)
})
const usesOf = async (id: string) => (await getStandardMessage(full.world.admin, id)).uses
const written = { subject: "For {{customer.name}}", bodyHtml: "<p>{{invoice.openAmount}} {{portal.link}}</p>" }

describe("count-use", () => {
  describe("does", () => {
    it("count a message when it is sent, remember it there, and count back what is undone", async () => {
      const { world, refs } = full
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      const sent = await sendMessage(world.standard, writing(refs.invoice, { standardMessageId: id, ...written }))
      const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
      expect([row?.standardMessageId, await usesOf(id)]).toEqual([id, 1])
      await undoMessage(world.standard, sent.id)
      const { draft } = await getDraft(world.standard, { kind: "message", caseRef: refs.invoice })
      expect(draft?.content).toMatchObject({ ...written, standardMessageId: id })
      const after = await getStandardMessage(world.admin, id)
      expect(after).toMatchObject({ uses: 0, usedIn: { drafts: 1, scheduled: 0 } })
      expect(after.lastUsedAt).not.toBeNull()
    })
    it("count back a scheduled one that was cancelled, and give its unfilled text back", async () => {
      const { world, refs } = full
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      const sendAt = new Date(Date.now() + 86_400_000).toISOString()
      const message = writing(refs.invoice, { standardMessageId: id, sendAt, ...written })
      const sent = await sendMessage(world.standard, message)
      const [attempt] = await db.select().from(attempts).where(eq(attempts.messageId, sent.id))
      await cancelScheduled(house, {
        organisationId: world.organisationId,
        attemptId: attempt?.id ?? "",
        messageId: sent.id,
        reason: "customer-answered",
      })
      const { draft } = await getDraft(world.standard, { kind: "message", caseRef: refs.invoice })
      expect(draft?.content).toMatchObject({ ...written, standardMessageId: id })
      expect(await usesOf(id)).toBe(0)
    })
  })

  describe("refuses", () => {
    it("to hold a message back for one that is gone or none", async () => {
      const { world, refs } = full
      for (const standardMessageId of [newId(), "nope"]) {
        const sent = await sendMessage(world.standard, writing(refs.invoice, { standardMessageId }))
        const [row] = await db.select().from(messages).where(eq(messages.id, sent.id))
        expect(row?.standardMessageId).toBeNull()
      }
    })
  })

  describe("protects", () => {
    it("the counts of other administrations and organisations", async () => {
      const other = await makeFullCase(house)
      const { id } = await makeStandardMessage(other.world.admin, other.world.administrationId)
      await sendMessage(full.world.standard, writing(full.refs.invoice, { standardMessageId: id }))
      expect((await getStandardMessage(other.world.admin, id)).uses).toBe(0)
    })
  })
})
