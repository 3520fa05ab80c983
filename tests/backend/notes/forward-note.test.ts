import { createApp } from "@casepost/backend/app"
import { audit } from "@casepost/backend/audit/tables"
import { forwardNote } from "@casepost/backend/notes/forward-note"
import { noteForwards, notes } from "@casepost/backend/notes/tables"
import { deeds, type NoteEntry } from "@casepost/shared/notes"
import { and, eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { ask, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeNote, makeRelation, makeWorld, type World } from "../../support/make.ts"

let house: TestHouse
let world: World
let note: NoteEntry
let customer: Awaited<ReturnType<typeof makeCustomer>>
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  house.setNow(new Date("2026-11-23T13:36:00Z"))
  world = await makeWorld(house)
  customer = await makeCustomer(house, world, { address: "info@jansen.example" })
  note = await makeNote(world.standard, { kind: "customer", id: customer.id })
})

const db = () => house.database.owner
const typed = (address: string) => ({ kind: "typed" as const, address })
const idOf = (context: World["standard"]) => (context.actor as { userId: string }).userId
const relationHere = () => makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
const forward = (
  context: World["standard"],
  recipients: Parameters<typeof forwardNote>[1]["recipients"],
  id = note.id,
) => forwardNote(context, { id, recipients, confirmedAddresses: [] })
const forwardsOf = () => db().select().from(noteForwards).where(eq(noteForwards.noteId, note.id))

describe("does", () => {
  it("shows by whom, when and to whom, first to last, and leaves the note as it was", async () => {
    const relation = await relationHere()
    house.setNow(new Date("2026-11-24T08:00:00Z"))
    await forward(world.restricted, [{ kind: "relation", relationId: relation.id }])
    house.setNow(new Date("2026-11-24T09:00:00Z"))
    const answer = await forward(world.admin, [
      { kind: "colleague", userId: idOf(world.standard) },
      typed("x@y.example"),
    ])
    expect(answer).toEqual({ ...note, forwards: answer.forwards })
    expect(answer.forwards).toMatchObject([
      {
        by: "Rick Bos",
        at: "2026-11-24T08:00:00.000Z",
        to: [{ kind: "relation", name: relation.name, address: relation.address, state: "held" }],
      },
      {
        by: "Demo Admin",
        at: "2026-11-24T09:00:00.000Z",
        to: [
          { kind: "colleague", name: "Sanne de Wit" },
          { kind: "typed", address: "x@y.example", name: null },
        ],
      },
    ])
  })
  it("is one forward for a repeated Idempotency-Key", async () => {
    const app = createApp(house)
    const call = {
      authorization: await signedIn(house, world.standard),
      organisationId: world.organisationId,
      headers: { "idempotency-key": "forward-1" },
      params: { id: note.id },
      body: { recipients: [typed("x@y.example")] },
    }
    expect((await ask(app, deeds.forwardNote, call)).status).toBe(201)
    expect((await ask(app, deeds.forwardNote, call)).status).toBe(201)
    expect(await forwardsOf()).toHaveLength(1)
  })
  it("goes to somebody who had the note already, once more", async () => {
    await forward(world.standard, [typed("x@y.example")])
    const answer = await forward(world.standard, [typed("x@y.example")])
    expect(answer.forwards).toHaveLength(2)
  })
})

describe("refuses", () => {
  it("a typed address by a restricted user, a customer's address, and who is not available here", async () => {
    const nowhere = await makeRelation(house, world.organisationId)
    for (const [context, one, code] of [
      [world.restricted, typed("x@y.example"), "not-allowed"],
      [world.standard, typed("info@jansen.example"), "customer-address"],
      [world.standard, { kind: "relation", relationId: nowhere.id }, "relation-unavailable"],
    ] as const)
      await expect(forward(context, [one])).rejects.toMatchObject({ code, fields: [{ path: "recipients.0" }] })
    expect(await forwardsOf()).toEqual([])
  })
  it("to forward to nobody", async () => {
    const call = {
      authorization: await signedIn(house, world.standard),
      organisationId: world.organisationId,
      params: { id: note.id },
      body: { recipients: [] },
    }
    expect(await ask(createApp(house), deeds.forwardNote, call)).toMatchObject({
      status: 422,
      body: { fields: [{ path: "recipients", detail: "Add a recipient." }] },
    })
  })
  it("without a transport", async () => {
    const config = { ...house.config, local: false, resend: { ...house.config.resend, apiKey: undefined } }
    await expect(forward({ ...world.standard, config }, [typed("x@y.example")])).rejects.toMatchObject({
      code: "sending-off",
    })
  })
  it("a note of another organisation as one that is missing", async () => {
    const theirs = await makeWorld(house)
    const refusal = (of: Promise<unknown>) => of.catch(problem => [problem.code, problem.message])
    expect(await refusal(forward(theirs.admin, [typed("x@y.example")]))).toEqual(
      await refusal(forward(world.admin, [typed("x@y.example")], crypto.randomUUID())),
    )
  })
})

describe("protects", () => {
  it("tells the audit log to which addresses, and not what the note says", async () => {
    await forward(world.standard, [typed("x@y.example")])
    const rows = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.organisationId, world.organisationId), eq(audit.deed, "forwardNote")))
    expect(rows).toMatchObject([{ subjectId: note.id, detail: { case: customer.number, to: ["x@y.example"] } }])
    expect(JSON.stringify([rows, house.logged])).not.toContain("By phone")
  })
  it("changes nothing of the note's own row", async () => {
    const row = () => db().select().from(notes).where(eq(notes.id, note.id))
    const before = await row()
    await forward(world.standard, [typed("x@y.example")])
    expect(await row()).toEqual(before)
  })
})
