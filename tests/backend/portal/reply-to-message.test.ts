import { createApp } from "@casepost/backend/app"
import { attachments } from "@casepost/backend/attachments/tables"
import { conversations } from "@casepost/backend/entries/tables"
import { messages, recipients } from "@casepost/backend/messages/tables"
import { deeds } from "@casepost/shared/portal"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld, type Visit, visit } from "../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])

async function enter(world: PortalWorld): Promise<Visit> {
  return enterByLink(app, (await mailedLink(house, world)).path)
}

/** Sends the form of the page, as a browser without JavaScript does. */
function send(
  world: PortalWorld,
  page: Visit,
  changes: { text?: string; csrf?: string; key?: string; files?: [string, Uint8Array][] } = {},
): Promise<Visit> {
  const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? ""
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf: page.csrf, key, text: "We pay on Friday.", ...changes }))
    if (typeof value === "string") form.append(name, value)
  for (const [name, bytes] of changes.files ?? [])
    form.append("files", new File([bytes as Uint8Array<ArrayBuffer>], name))
  const path = `/portal/conversations/invoice/${world.invoice.id}/replies`
  return visit(app, path, { cookie: page.cookie, form })
}

function repliesTo(world: PortalWorld) {
  return house.database.owner
    .select()
    .from(messages)
    .where(and(eq(messages.customerId, world.customerId), eq(messages.direction, "incoming")))
}

describe("does", () => {
  it("takes a reply with a file from a page without JavaScript, and says Sent", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const sent = await send(world, page, {
      text: "We miss the\r\ndelivery note.\r\n\r\nSee the photo.",
      files: [["IMG_2214.png", png]],
    })
    expect(sent.status).toBe(303)
    const after = await visit(app, sent.location.split("#")[0] ?? "", { cookie: sent.cookie })
    expect(after.text).toContain('id="sent"')
    expect(after.text).toContain("<p>We miss the<br />delivery note.</p><p>See the photo.</p>")
    expect(after.text).toContain("IMG_2214.png")
    const [reply] = await repliesTo(world)
    expect(reply).toMatchObject({ authorName: "Peter Jansen", via: "portal", state: "left" })
  })
  it("stands unread in the inbox, and the message it answers counts as opened", async () => {
    const world = await makePortalWorld(house)
    await send(world, await enter(world))
    const db = house.database.owner
    const [conversation] = await db.select().from(conversations).where(eq(conversations.caseId, world.invoice.id))
    expect(conversation).toMatchObject({ unread: 1, hasUnread: true })
    const [to] = await db.select().from(recipients).where(eq(recipients.id, world.recipientId))
    expect(to?.state).toBe("opened")
  })
  it("writes a stranger's reply under her address, not under the customer's name", async () => {
    const world = await makePortalWorld(house)
    const link = { recorded: false, address: "stranger@else.example", personName: null }
    const stranger = await enterByLink(app, (await mailedLink(house, world, link)).path)
    await send(world, stranger)
    expect((await repliesTo(world)).map(reply => reply.authorName)).toEqual(["stranger@else.example"])
    const path = `/portal/conversations/invoice/${world.invoice.id}`
    expect((await visit(app, path, { cookie: stranger.cookie })).text).toContain('<span class="author">You</span>')
    expect((await enter(world)).text).toContain('<span class="author">stranger@else.example</span>')
  })
  it("takes a reply by the API, with its CSRF token", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const answer = await ask(app, deeds.replyToMessage, {
      params: world.caseRef,
      cookie: page.cookie,
      headers: { "casepost-csrf": page.csrf },
      body: { text: "By API", attachments: [{ name: "a.png", contentBase64: Buffer.from(png).toString("base64") }] },
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ direction: "incoming", bodyHtml: "<p>By API</p>" })
  })
  it("is one reply for a double click, and another one when the text was changed", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const twice = await Promise.all([send(world, page), send(world, page)])
    expect(twice.map(answer => answer.status)).toEqual([303, 303])
    expect(await repliesTo(world)).toHaveLength(1)
    await send(world, page, { text: "One thing more." })
    expect(await repliesTo(world)).toHaveLength(2)
  })
})

describe("refuses", () => {
  it("sends nothing without the session's CSRF token, and keeps what was typed", async () => {
    const world = await makePortalWorld(house)
    const refused = await send(world, await enter(world), { csrf: "x", text: "Do not lose <this>." })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain("Do not lose &lt;this&gt;.")
    expect(await repliesTo(world)).toEqual([])
  })
  it("refuses a form that ended half-way as too old, not as a bug of ours", async () => {
    const world = await makePortalWorld(house)
    const { cookie } = await enter(world)
    const answer = await app.request(`/portal/conversations/invoice/${world.invoice.id}/replies`, {
      method: "POST",
      headers: { cookie, "content-type": "multipart/form-data; boundary=x" },
      body: '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nHalf of wh',
    })
    expect(answer.status).toBe(403)
  })
  it("refuses programs and empty text, and says what to do", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const program = await send(world, page, { files: [["invoice.pdf", new TextEncoder().encode("MZ\u0090\u0000")]] })
    expect(program.status).toBe(415)
    expect(program.text).toContain("programs and scripts cannot")
    expect(program.text).toContain("We pay on Friday.")
    expect((await send(world, page, { text: "   " })).status).toBe(422)
    const unseen = await send(world, page, { text: "\u200b\u2060" })
    expect(unseen.status).toBe(422)
    expect(unseen.text).toContain("Write an answer first.")
    expect(await repliesTo(world)).toEqual([])
    expect(
      await house.database.owner.select().from(attachments).where(eq(attachments.ownerId, world.messageId)),
    ).toEqual([])
  })
  it("gives the text back when the session ended meanwhile", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const late = await send(world, { ...page, cookie: "casepost_portal=ended" }, { text: "Half an hour of writing." })
    expect(late.status).toBe(401)
    expect(late.text).toContain("Half an hour of writing.")
  })
  it("answers not-found for another customer's conversation", async () => {
    const [ours, theirs] = [await makePortalWorld(house), await makePortalWorld(house)]
    expect((await send(theirs, await enter(ours))).status).toBe(404)
    const page = await enter(ours)
    const byApi = await ask(app, deeds.replyToMessage, {
      params: theirs.caseRef,
      cookie: page.cookie,
      headers: { "casepost-csrf": page.csrf },
      body: { text: "Hello" },
    })
    expect(codeOf(byApi)).toBe("not-found")
    expect(await repliesTo(theirs)).toEqual([])
  })
})

describe("protects", () => {
  it("keeps markup that was typed as the text it is", async () => {
    const world = await makePortalWorld(house)
    await send(world, await enter(world), { text: `<img src=x onerror=alert(1)> & "quotes" <script>1</script>` })
    const [reply] = await repliesTo(world)
    expect(reply?.bodyText).toBe(`<img src=x onerror=alert(1)> & "quotes" <script>1</script>`)
    expect(reply?.bodyHtml).not.toMatch(/<(img|script)/)
  })
  it("limits how much one session can send in an hour, by its pages and by the API", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    for (let sent = 0; sent < 30; sent++) await send(world, page, { text: `Number ${sent}.` })
    expect((await send(world, page, { text: "Once more." })).status).toBe(429)
    const byApi = await ask(app, deeds.replyToMessage, {
      params: { kind: "invoice", id: world.invoice.id },
      cookie: page.cookie,
      headers: { "casepost-csrf": page.csrf },
      body: { text: "Once more." },
    })
    expect(codeOf(byApi)).toBe("too-many")
  })
})
