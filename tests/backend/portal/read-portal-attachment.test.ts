import { createApp } from "@casepost/backend/app"
import { attachments } from "@casepost/backend/attachments/tables"
import { newId } from "@casepost/backend/columns"
import { deeds } from "@casepost/shared/portal"
import { beforeAll, describe, expect, it } from "vitest"
import { ask } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeInvoice } from "../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld, sentMessage } from "../../support/portal.ts"
import { writeMessage, writeNote } from "../../support/write.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

async function attach(
  world: PortalWorld,
  owner: { kind: string; id: string },
  name = "Delivery-note.pdf",
): Promise<string> {
  const [id, fileKey] = [newId(), `${world.organisationId}/${newId()}`]
  await house.files.put(fileKey, new TextEncoder().encode("%PDF-1.7 delivery note"))
  await house.database.owner.insert(attachments).values({
    id,
    organisationId: world.organisationId,
    ownerKind: owner.kind,
    ownerId: owner.id,
    name,
    contentType: "application/pdf",
    size: 22,
    sha256: "0",
    fileKey,
  })
  return id
}

async function download(world: PortalWorld, id: string, link: Parameters<typeof mailedLink>[2] = {}) {
  const { cookie } = await enterByLink(app, (await mailedLink(house, world, link)).path)
  const byPage = await app.request(`/portal/attachments/${id}`, { headers: { cookie } })
  const byApi = await ask(app, deeds.readPortalAttachment, { params: { id }, cookie })
  expect(byApi.status).toBe(byPage.status)
  return byPage
}

describe("does", () => {
  it("downloads a file of a message and the PDF of an invoice", async () => {
    const world = await makePortalWorld(house)
    const file = await attach(world, { kind: "message", id: world.messageId })
    const pdf = await attach(world, { kind: "invoice", id: world.invoice.id })
    expect(await (await download(world, file)).text()).toBe("%PDF-1.7 delivery note")
    expect((await download(world, pdf)).status).toBe(200)
  })
})

describe("refuses", () => {
  it("answers not-found for files of a note, of a message that has not left, of another customer, and for none", async () => {
    const [world, theirs] = [await makePortalWorld(house), await makePortalWorld(house)]
    const held = await writeMessage(world.standard, world.caseRef)
    const noteId = await writeNote(world.standard, world)
    for (const id of [
      await attach(world, { kind: "note", id: noteId }),
      await attach(world, { kind: "message", id: held.id }),
      await attach(theirs, { kind: "message", id: theirs.messageId }),
      newId(),
      "none",
    ])
      expect((await download(world, id)).status).toBe(404)
  })
  it("gives a stranger's link the files of its own conversation only", async () => {
    const world = await makePortalWorld(house)
    const other = await makeInvoice(house, world)
    const elsewhere = await sentMessage(world, { kind: "invoice", id: other.id })
    const stranger = { recorded: false, address: "stranger@else.example" }
    const own = await attach(world, { kind: "message", id: world.messageId })
    expect((await download(world, own, stranger)).status).toBe(200)
    for (const owner of [
      { kind: "message", id: elsewhere },
      { kind: "invoice", id: other.id },
    ])
      expect((await download(world, await attach(world, owner), stranger)).status).toBe(404)
  })
})

describe("protects", () => {
  it("is always a download that no browser shows or guesses at", async () => {
    const world = await makePortalWorld(house)
    const id = await attach(world, { kind: "message", id: world.messageId }, 'no"te\r\n.html')
    const { headers } = await download(world, id)
    expect(headers.get("content-disposition")).toMatch(/^attachment; /)
    expect(headers.get("content-disposition")).not.toMatch(/[\r\n]/)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'")
    expect(headers.get("cache-control")).toBe("private, no-store")
  })
})
