import { memberships } from "@casepost/backend/access/tables"
import { mails } from "@casepost/backend/delivery/tables"
import { tellOfReply } from "@casepost/backend/delivery/tell-of-reply"
import { notifications } from "@casepost/backend/notifications/tables"
import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"

let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
})
const author = () => world.standard.actor as { userId: string; email: string }

/** A message that left, and the customer's answer to it. */
async function answered() {
  const of = await makeCase(house, world)
  await makeMessages(house, world, { of, message: { state: "left" }, attempt: { state: "left" } })
  const [reply] = await makeMessages(house, world, {
    of,
    message: {
      direction: "incoming",
      state: "left",
      authorUserId: null,
      authorName: "Peter Jansen",
      bodyText: "I paid.",
    },
    attempt: { state: "left" },
  })
  return reply?.messageId ?? ""
}
const told = () => house.database.owner.select().from(notifications).where(eq(notifications.userId, author().userId))
const mailed = () => house.database.owner.select().from(mails).where(eq(mails.address, author().email))

describe("tell of reply", () => {
  describe("does", () => {
    it("tells the author of the last message, in Casepost and by e-mail with a way to open it", async () => {
      const messageId = await answered()
      await tellOfReply(house, messageId)
      expect(await told()).toMatchObject([{ kind: "reply", detail: { messageId } }])
      const [mail] = await mailed()
      expect(mail?.content?.subject).toContain("answered")
      expect(mail?.content?.button?.href).toMatch(/\/open\/invoice\//)
    })
  })

  describe("refuses", () => {
    it("mails nobody who does not want it, and tells nobody who was switched off", async () => {
      const mine = eq(memberships.userId, author().userId)
      await house.database.owner.update(memberships).set({ notifyOnReply: false }).where(mine)
      await tellOfReply(house, await answered())
      expect(await told()).toHaveLength(1)
      expect(await mailed()).toEqual([])
      await house.database.owner.update(memberships).set({ disabledAt: new Date() }).where(mine)
      await tellOfReply(house, await answered())
      expect(await told()).toHaveLength(1)
    })
    it("tells of nothing but a reply", async () => {
      const of = await makeCase(house, world)
      const [own] = await makeMessages(house, world, { of, message: { state: "left" } })
      await tellOfReply(house, own?.messageId ?? "")
      expect(await told()).toEqual([])
    })
  })

  describe("protects", () => {
    it("mails nothing of a case to who has no right in its administration any more", async () => {
      const mine = eq(memberships.userId, author().userId)
      await house.database.owner.update(memberships).set({ organisationRight: "none" }).where(mine)
      await tellOfReply(house, await answered())
      expect(await mailed()).toEqual([])
    })
    it("keeps the customer's words out of the notice", async () => {
      await tellOfReply(house, await answered())
      expect(JSON.stringify(await mailed())).not.toContain("I paid.")
    })
  })
})
