import { getNote } from "@casepost/backend/notes/get-note"
import { setNoteDone } from "@casepost/backend/notes/set-note-done"
import type { NoteEntry } from "@casepost/shared/notes"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeKey, makeNote, makeWorld, type World } from "../../support/make.ts"

let house: TestHouse
let world: World
let note: NoteEntry
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  house.setNow(new Date("2026-11-23T13:36:00Z"))
  world = await makeWorld(house)
  const customer = await makeCustomer(house, world)
  note = await makeNote(world.standard, { kind: "customer", id: customer.id })
})
const { id: missing } = { id: crypto.randomUUID() }

describe("does", () => {
  it("marks a note done, says by whom and when, and takes it back, for everybody", async () => {
    const done = await setNoteDone(world.restricted, { id: note.id, done: true })
    expect(done).toEqual({ ...note, doneAt: "2026-11-23T13:36:00.000Z", doneBy: "Rick Bos" })
    expect(await getNote(world.admin, note.id)).toEqual(done)
    expect(await setNoteDone(world.admin, { id: note.id, done: false })).toEqual(note)
  })
  it("keeps who was first when it is marked twice", async () => {
    const done = await setNoteDone(world.standard, { id: note.id, done: true })
    house.setNow(new Date("2026-11-24T09:00:00Z"))
    expect(await setNoteDone(world.admin, { id: note.id, done: true })).toEqual(done)
  })
  it("takes it from a key", async () => {
    const key = makeKey(house, world.organisationId, [world.administrationId])
    expect(await setNoteDone(key, { id: note.id, done: true })).toMatchObject({ doneBy: "Ledger export" })
  })
})

describe("refuses", () => {
  it("a note that is missing, and one of another organisation", async () => {
    const theirs = await makeWorld(house)
    await expect(setNoteDone(world.admin, { id: missing, done: true })).rejects.toMatchObject({ code: "not-found" })
    await expect(setNoteDone(theirs.admin, { id: note.id, done: true })).rejects.toMatchObject({ code: "not-found" })
  })
})

describe("protects", () => {
  it("changes no note of another organisation", async () => {
    const theirs = await makeWorld(house)
    await setNoteDone(theirs.admin, { id: note.id, done: true }).catch(() => {})
    expect(await getNote(world.standard, note.id)).toEqual(note)
  })
})
