import { createApp } from "@casepost/backend/app"
import { messages } from "@casepost/backend/messages/tables"
import { deeds } from "@casepost/shared/portal"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeMatter, makeRelation } from "../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld, sentMessage, visit } from "../../support/portal.ts"
import { writeMessage, writeNote, writeReply } from "../../support/write.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

type Read = { conversation: { subject: string | null; fresh: boolean }; messages: Record<string, unknown>[] }

async function read(
  world: PortalWorld,
  params: { kind: "customer" | "matter" | "invoice"; id: string } = world.caseRef,
) {
  const { cookie } = await enterByLink(app, (await mailedLink(house, world)).path)
  const answer = await ask(app, deeds.readPortalConversation, { params, cookie })
  return { ...answer, read: answer.body as Read }
}

describe("does", () => {
  it("reads a conversation oldest first, with whose message each is", async () => {
    const world = await makePortalWorld(house)
    await writeReply(world.standard, world, "We pay on Friday.")
    const { read: found } = await read(world)
    expect(found.messages.map(message => [message.direction, message.authorName])).toEqual([
      ["outgoing", "Sanne de Wit"],
      ["incoming", "Peter Jansen"],
    ])
    expect(found.messages[1]?.bodyHtml).toBe("<p>We pay on Friday.</p>")
    expect(found.conversation).toMatchObject({ subject: "Invoice is still open", fresh: true })
  })
  it("keeps a matter's own messages apart from its invoices'", async () => {
    const world = await makePortalWorld(house)
    const matter = await makeMatter(house, { ...world, invoiceIds: [world.invoice.id] })
    await sentMessage(world, { kind: "matter", id: matter.id }, { bodyHtml: "<p>About the matter.</p>" })
    const { read: found } = await read(world, { kind: "matter", id: matter.id })
    expect(found.messages.map(message => message.bodyHtml)).toEqual(["<p>About the matter.</p>"])
  })
  it("shows nothing of a message in its undo time, and shows it once it left", async () => {
    const world = await makePortalWorld(house)
    const held = await writeMessage(world.standard, world.caseRef)
    expect((await read(world)).read.messages).toHaveLength(1)
    await house.database.owner.update(messages).set({ state: "left" }).where(eq(messages.id, held.id))
    expect((await read(world)).read.messages).toHaveLength(2)
  })
})

describe("refuses", () => {
  it("answers the same not-found for another customer's case, another organisation's and one that does not exist", async () => {
    const [ours, theirs] = [await makePortalWorld(house), await makePortalWorld(house)]
    const neighbour = await makePortalWorld(house)
    const answers = await Promise.all(
      [
        theirs.caseRef,
        { kind: "customer" as const, id: neighbour.customerId },
        { kind: "invoice" as const, id: "none" },
      ].map(caseRef => read(ours, caseRef)),
    )
    expect(answers.map(answer => [answer.status, codeOf(answer)])).toEqual(Array(3).fill([404, "not-found"]))
    const details = answers.map(answer => (answer.body as { detail: string }).detail)
    expect(new Set(details).size).toBe(1)
  })
})

describe("protects", () => {
  it("never says who got a blind copy, nor anything of a note", async () => {
    const world = await makePortalWorld(house)
    const relation = await makeRelation(house, world.organisationId, {
      name: "Hidden Bailiffs",
      address: "hidden@bailiffs.example",
      administrationIds: [world.administrationId],
    })
    await sentMessage(world, world.caseRef, { bcc: [{ kind: "relation", relationId: relation.id }] })
    await writeNote(world.standard, world, { bodyHtml: "<p>Secret note about this customer.</p>" })
    const { cookie } = await enterByLink(app, (await mailedLink(house, world)).path)
    const answers = [
      await ask(app, deeds.readPortalConversation, { params: world.caseRef, cookie }),
      await ask(app, deeds.listPortalConversations, { cookie }),
      (await visit(app, `/portal/conversations/invoice/${world.invoice.id}`, { cookie })).text,
    ]
    const everything = JSON.stringify(answers)
    for (const secret of ["Hidden", "hidden@", "Secret note", "Joost Bakker"]) expect(everything).not.toContain(secret)
  })
  it("cleans a message again on its way out", async () => {
    const world = await makePortalWorld(house)
    const bodyHtml = `<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x()">a</a></p>`
    await house.database.owner.update(messages).set({ bodyHtml }).where(eq(messages.id, world.messageId))
    const { read: found } = await read(world)
    expect(found.messages[0]?.bodyHtml).toBe("<p>Hi<a>a</a></p>")
  })
})
