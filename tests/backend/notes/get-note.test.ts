import { createApp } from "@casepost/backend/app"
import { getNote } from "@casepost/backend/notes/get-note"
import { deeds, type NoteEntry } from "@casepost/shared/notes"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeKey, makeNote, makeUser } from "../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld } from "../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
let world: PortalWorld
let note: NoteEntry
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
  world = await makePortalWorld(house)
  note = await makeNote(world.standard, world.caseRef, { recipients: [{ kind: "typed", address: "x@y.example" }] })
})

describe("does", () => {
  it("gives the note to everybody with a right there, restricted users and keys too", async () => {
    for (const context of [
      world.standard,
      world.restricted,
      makeKey(house, world.organisationId, [world.administrationId]),
    ])
      expect(await getNote(context, note.id)).toEqual(note)
  })
})

describe("refuses", () => {
  it("a note elsewhere with the body of one that is missing", async () => {
    const elsewhere = await makeAdministration(house, world.organisationId)
    const without = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [elsewhere]: "administrator" },
    })
    const theirs = await makePortalWorld(house)
    const asked = async (by: PortalWorld["standard"], id: string) => {
      const call = { authorization: await signedIn(house, by), organisationId: by.organisationId, params: { id } }
      const { status, body } = await ask(app, deeds.getNote, call)
      const { requestId: _, instance: __, ...bare } = body as Record<string, unknown>
      return { status, bare }
    }
    const missing = await asked(world.admin, crypto.randomUUID())
    expect(missing.status).toBe(404)
    expect(await asked(without, note.id)).toEqual(missing)
    expect(await asked(theirs.admin, note.id)).toEqual(missing)
    expect(await asked(world.admin, "none")).toEqual(missing)
  })
})

describe("protects", () => {
  it("gives no note to a stranger or to a customer's session", async () => {
    const { cookie } = await enterByLink(app, (await mailedLink(house, world)).path)
    const params = { id: note.id }
    for (const call of [{ params }, { params, cookie, organisationId: world.organisationId }])
      expect((await ask(app, deeds.getNote, call)).status).toBe(401)
    const { text } = await enterByLink(app, (await mailedLink(house, world)).path)
    expect(text).toContain("Could you tell us")
    expect(text).not.toContain("By phone")
  })
})
