import { createApp } from "@casepost/backend/app"
import { recipients } from "@casepost/backend/messages/tables"
import { deeds } from "@casepost/shared/portal"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeRelation } from "../../support/make.ts"
import {
  enterByLink,
  mailedLink,
  makePortalWorld,
  type PortalWorld,
  readersClick,
  sentMessage,
  toOf,
  visit,
} from "../../support/portal.ts"
import { writeMessage } from "../../support/write.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

async function stateOf(recipientId: string): Promise<string | undefined> {
  const [row] = await house.database.owner.select().from(recipients).where(eq(recipients.id, recipientId))
  return row?.state
}

async function openByScript(world: PortalWorld, by: { cookie: string; csrf: string }, id = world.messageId) {
  const headers = { "casepost-csrf": by.csrf }
  return ask(app, deeds.openPortalMessage, { params: { id }, cookie: by.cookie, headers })
}

describe("does", () => {
  it("calls a message opened when the page says that its reader saw it", async () => {
    const world = await makePortalWorld(house)
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    expect((await openByScript(world, page)).status).toBe(204)
    expect(await stateOf(world.recipientId)).toBe("opened")
  })
  it("calls it opened for a reader without JavaScript who clicks the conversation in the list", async () => {
    const world = await makePortalWorld(house)
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    await visit(app, `/portal/conversations/invoice/${world.invoice.id}`, {
      cookie: page.cookie,
      headers: readersClick,
    })
    expect(await stateOf(world.recipientId)).toBe("opened")
  })
  it("says New until then, and no longer afterwards", async () => {
    const world = await makePortalWorld(house)
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    expect(page.text).toContain('class="fresh"')
    await openByScript(world, page)
    expect((await visit(app, "/portal/conversations", { cookie: page.cookie })).text).not.toContain('class="fresh"')
  })
  it("calls a message to the portal only opened by a reader who came by another message's link", async () => {
    const world = await makePortalWorld(house)
    const later = await sentMessage(world, { kind: "customer", id: world.customerId }, { to: [] })
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    await openByScript(world, page, later)
    expect(await stateOf(await toOf(house, later))).toBe("opened")
  })
})

describe("refuses", () => {
  it("answers not-found for another customer's message, as for one that does not exist", async () => {
    const [ours, theirs] = [await makePortalWorld(house), await makePortalWorld(house)]
    const page = await enterByLink(app, (await mailedLink(house, ours)).path)
    const [other, missing] = [
      await openByScript(ours, page, theirs.messageId),
      await openByScript(ours, page, crypto.randomUUID()),
    ]
    expect(other.status).toBe(404)
    expect(codeOf(other)).toBe(codeOf(missing))
    expect(await stateOf(theirs.recipientId)).toBe("delivered")
  })
  it("refuses without the session's CSRF token", async () => {
    const world = await makePortalWorld(house)
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    const answer = await openByScript(world, { cookie: page.cookie, csrf: "wrong" })
    expect(codeOf(answer)).toBe("wrong-csrf-token")
    expect(await stateOf(world.recipientId)).toBe("delivered")
  })
})

describe("protects", () => {
  it("opens nothing for a mail scanner that fetches the link, also many times and ahead of time", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    for (const headers of [{}, { "user-agent": "scanner" }, { "sec-purpose": "prefetch;prerender" }, readersClick]) {
      const seen = await visit(app, path, { headers: headers as Record<string, string> })
      expect(seen.status).toBe(200)
      expect(seen.cookie).toBe("")
      expect(seen.text).not.toContain("please")
    }
    expect(await stateOf(world.recipientId)).toBe("delivered")
  })
  it("opens nothing by the page that the exchange itself leads to, nor by one loaded ahead", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    const pressed = await visit(app, path, { form: {}, headers: { "sec-fetch-site": "same-origin" } })
    const page = await visit(app, pressed.location, { cookie: pressed.cookie, headers: readersClick })
    await visit(app, pressed.location, {
      cookie: page.cookie,
      headers: { ...readersClick, "sec-purpose": "prefetch;prerender" },
    })
    await visit(app, pressed.location, { cookie: page.cookie, headers: { "sec-fetch-site": "cross-site" } })
    expect(await stateOf(world.recipientId)).toBe("delivered")
  })
  it("calls only the To opened, never a copy", async () => {
    const world = await makePortalWorld(house)
    const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
    const cc = [{ kind: "relation" as const, relationId: relation.id }]
    const messageId = await sentMessage(world, world.caseRef, { cc })
    const recipientId = await toOf(house, messageId)
    const page = await enterByLink(app, (await mailedLink(house, { ...world, messageId, recipientId })).path)
    await openByScript(world, page, messageId)
    const [copy] = await house.database.owner
      .select()
      .from(recipients)
      .where(and(eq(recipients.messageId, messageId), eq(recipients.role, "cc")))
    expect(copy?.state).toBe("delivered")
    expect(await stateOf(recipientId)).toBe("opened")
  })
  it("knows no message within its undo time", async () => {
    const world = await makePortalWorld(house)
    const held = await writeMessage(world.standard, world.caseRef, { bodyHtml: "<p>Not yet to be seen.</p>" })
    const page = await enterByLink(app, (await mailedLink(house, world)).path)
    expect(page.text).not.toContain("Not yet to be seen")
    expect((await openByScript(world, page, held.id)).status).toBe(404)
  })
})
