import { audit } from "@casepost/backend/audit/tables"
import { setNoteDone } from "@casepost/backend/notes/set-note-done"
import { setReminder } from "@casepost/backend/notes/set-reminder"
import { reminders } from "@casepost/backend/notes/tables"
import type { NoteEntry, ReminderInput } from "@casepost/shared/notes"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeNote, makeRelation, makeWorld, type World } from "../../support/make.ts"

let house: TestHouse
let world: World
let note: NoteEntry
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  house.setNow(new Date("2026-11-23T13:36:00Z"))
  world = await makeWorld(house)
  const customer = await makeCustomer(house, world, { address: "info@jansen.example" })
  note = await makeNote(world.standard, { kind: "customer", id: customer.id })
})

const db = () => house.database.owner
const idOf = (context: World["standard"]) => (context.actor as { userId: string }).userId
const typed = (address: string) => ({ kind: "typed" as const, address })
const own = () => [{ kind: "colleague" as const, userId: idOf(world.standard) }]
const at = (date: string, time = "09:00", changes: Partial<ReminderInput> = {}): ReminderInput => ({
  date,
  time,
  timeZone: "Europe/Amsterdam",
  recipients: own(),
  ...changes,
})
const set = (reminder: ReminderInput | null, by = world.standard) =>
  setReminder(by, { id: note.id, reminder, confirmedAddresses: [] })
const rowsOf = () => db().select().from(reminders).where(eq(reminders.noteId, note.id))

describe("does", () => {
  it.each([
    ["in winter", "2027-01-04", "09:00", "2027-01-04T08:00:00.000Z"],
    ["in summer", "2027-07-05", "09:00", "2027-07-05T07:00:00.000Z"],
    ["at a time that spring skips, an hour later", "2027-03-28", "02:30", "2027-03-28T01:30:00.000Z"],
    ["at a time that autumn has twice, the first", "2027-10-31", "02:30", "2027-10-31T00:30:00.000Z"],
  ])("sets a reminder %s", async (_, date, time, moment) => {
    expect((await set(at(date, time))).reminder).toMatchObject({
      at: moment,
      timeZone: "Europe/Amsterdam",
      isPast: false,
      recipients: [{ name: "Sanne de Wit", state: "scheduled" }],
    })
  })
  it("takes the wall clock of another zone", async () => {
    const { reminder } = await set(at("2027-01-04", "09:00", { timeZone: "America/New_York" }))
    expect(reminder?.at).toBe("2027-01-04T14:00:00.000Z")
  })
  it("replaces the one that waits, and takes it away", async () => {
    await set(at("2027-01-04"))
    await set(at("2027-01-05", "10:00", { recipients: [...own(), typed("x@y.example")] }))
    expect(await rowsOf()).toHaveLength(2)
    expect((await set(null)).reminder).toBeNull()
    expect(await rowsOf()).toEqual([])
  })
  it("keeps the one that was sent, and shows the new one that waits", async () => {
    await set(at("2027-01-04"))
    await db().update(reminders).set({ state: "delivered" }).where(eq(reminders.noteId, note.id))
    expect((await set(null)).reminder).toMatchObject({ isPast: true, recipients: [{ state: "delivered" }] })
    expect((await set(at("2027-02-01"))).reminder).toMatchObject({ at: "2027-02-01T08:00:00.000Z", isPast: false })
    expect(await rowsOf()).toHaveLength(2)
  })
  it("shows everybody of a reminder while some of them still wait", async () => {
    await set(at("2027-01-04", "09:00", { recipients: [...own(), typed("x@y.example")] }))
    await db().update(reminders).set({ state: "queued" }).where(eq(reminders.address, "x@y.example"))
    expect((await set(at("2027-01-04"))).reminder?.recipients.map(one => one.state)).toEqual(["scheduled", "queued"])
  })
})

describe("refuses", () => {
  it.each([
    ["in the past", "2026-11-23", "14:35"],
    ["six years ahead", "2032-11-23", "09:00"],
  ])("a moment %s, beside its time, and keeps what waits", async (_, date, time) => {
    await set(at("2027-01-04"))
    await expect(set(at(date, time))).rejects.toMatchObject({ code: "invalid", fields: [{ path: "reminder.time" }] })
    expect(await rowsOf()).toHaveLength(1)
  })
  it("a reminder on a note that is done, but not to take one away", async () => {
    await setNoteDone(world.standard, { id: note.id, done: true })
    await expect(set(at("2027-01-04"))).rejects.toMatchObject({ code: "invalid", fields: [{ path: "reminder" }] })
    expect((await set(null)).reminder).toBeNull()
  })
  it("a typed address by a restricted user, a customer's address, and who is not available here", async () => {
    const nowhere = await makeRelation(house, world.organisationId)
    for (const [by, one, code] of [
      [world.restricted, typed("x@y.example"), "not-allowed"],
      [world.standard, typed("info@jansen.example"), "customer-address"],
      [world.standard, { kind: "relation", relationId: nowhere.id }, "relation-unavailable"],
    ] as const)
      await expect(set(at("2027-01-04", "09:00", { recipients: [one] }), by)).rejects.toMatchObject({
        code,
        fields: [{ path: "reminder.recipients.0" }],
      })
  })
  it("a note of another organisation", async () => {
    const theirs = await makeWorld(house)
    await expect(set(at("2027-01-04"), theirs.admin)).rejects.toMatchObject({ code: "not-found" })
  })
  it("without a transport, but takes one away", async () => {
    const config = { ...house.config, local: false, resend: { ...house.config.resend, apiKey: undefined } }
    const context = { ...world.standard, config }
    await expect(set(at("2027-01-04"), context)).rejects.toMatchObject({ code: "sending-off" })
    expect((await set(null, context)).reminder).toBeNull()
  })
})

describe("protects", () => {
  it("tells the audit log when and whom, and when one is taken away", async () => {
    await set(at("2027-01-04", "09:00", { recipients: [typed("x@y.example")] }))
    await set(null)
    const rows = await db()
      .select({ detail: audit.detail, subjectId: audit.subjectId })
      .from(audit)
      .where(and(eq(audit.organisationId, world.organisationId), eq(audit.deed, "setReminder")))
    const asked = { at: "2027-01-04T08:00:00.000Z", timeZone: "Europe/Amsterdam", to: ["x@y.example"] }
    expect(rows.map(row => row.detail.reminder)).toEqual(expect.arrayContaining([asked, null]))
    expect(JSON.stringify(rows)).not.toContain("By phone")
  })
})
