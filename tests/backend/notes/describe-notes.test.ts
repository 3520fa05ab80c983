import { describeNotes } from "@casepost/backend/notes/describe-notes"
import { forwardNote } from "@casepost/backend/notes/forward-note"
import { notes } from "@casepost/backend/notes/tables"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import { NoteEntry } from "@casepost/shared/notes"
import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeNote, makeWorld, type World } from "../../support/make.ts"

let house: TestHouse
let world: World
let caseRef: { kind: "customer"; id: string }
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
  caseRef = { kind: "customer", id: (await makeCustomer(house, world)).id }
})

const typed = (address: string) => ({ kind: "typed" as const, address })
async function busyNote() {
  const reminder = {
    date: "2029-01-04",
    time: "09:00",
    timeZone: "Europe/Amsterdam",
    recipients: [typed("a@y.example"), typed("b@y.example")],
  }
  const note = await makeNote(world.standard, caseRef, { recipients: [typed("x@y.example")], reminder })
  const recipients = [typed("z@y.example"), typed("y@y.example")]
  return forwardNote(world.admin, { id: note.id, recipients, confirmedAddresses: [] })
}

describe("does", () => {
  it("tells notes as the contract says, each with its own people, in the order they were given", async () => {
    const [one, other] = [await busyNote(), await makeNote(world.standard, caseRef)]
    const described = await world.standard.transaction(tx => describeNotes(tx, [one.id, other.id], new Map()))
    for (const note of [one, other])
      expect(described.find(found => found.id === note.id)).toEqual(NoteEntry.parse(note))
    expect(one.forwards[0]?.to.map(person => person.address)).toEqual(["z@y.example", "y@y.example"])
    expect(one.reminder?.recipients.map(person => person.address)).toEqual(["a@y.example", "b@y.example"])
  })
})

describe("refuses", () => {
  it("to describe notes of another organisation", async () => {
    const theirs = await makeWorld(house)
    const note = await makeNote(world.standard, caseRef)
    expect(await theirs.admin.transaction(tx => describeNotes(tx, [note.id], new Map()))).toEqual([])
  })
})

describe("protects", () => {
  it("asks as often for twelve notes as for one", async () => {
    const read = (by: World["standard"]) => listTimeline(by, caseRef, { limit: 50 })
    await busyNote()
    const once = await countQueries(world.standard, read)
    for (let more = 0; more < 11; more += 1) await busyNote()
    expect(await countQueries(world.standard, read)).toBe(once)
  })
  it("cleans the text on its way out too", async () => {
    const note = await makeNote(world.standard, caseRef)
    const bodyHtml = "<p>x</p><script>alert(1)</script>"
    await house.database.owner.update(notes).set({ bodyHtml }).where(eq(notes.id, note.id))
    const [described] = await world.standard.transaction(tx => describeNotes(tx, [note.id], new Map()))
    expect(described?.bodyHtml).toBe("<p>x</p>")
  })
})
