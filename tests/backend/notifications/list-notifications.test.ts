import { createApiKey } from "@casepost/backend/access/keys/create-api-key"
import { memberships } from "@casepost/backend/access/tables"
import { createApp } from "@casepost/backend/app"
import type { Context } from "@casepost/backend/context"
import { addNotification } from "@casepost/backend/notifications/add-notification"
import { listNotifications } from "@casepost/backend/notifications/list-notifications"
import type { CaseRef } from "@casepost/shared/cases"
import { deeds, type NotificationKind } from "@casepost/shared/notifications"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { ask } from "../../support/ask.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import {
  contextOf,
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"

let house: TestHouse
let world: World
let caseRef: CaseRef
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
  caseRef = await anInvoice(world)
})

async function anInvoice(place: { organisationId: string; administrationId: string }): Promise<CaseRef> {
  const customer = await makeCustomer(house, place, { name: "Bakkerij Van Loon", number: "K-1" })
  const invoice = await makeInvoice(house, { ...place, customerId: customer.id }, { number: "VF-2026-04183" })
  return { kind: "invoice", id: invoice.id }
}

async function tell(
  user: Context,
  { kind = "mention", at = new Date(), ...detail }: { kind?: NotificationKind; at?: Date } & Record<string, unknown>,
) {
  if (user.actor.kind !== "user") throw new Error("Only users are told.")
  const { userId } = user.actor
  const { organisationId } = user
  await user.transaction(tx => addNotification(tx, { organisationId, userId, kind, at, detail }))
}

const list = async (user: Context, page: { cursor?: string; limit?: number } = {}) => {
  const answer = await listNotifications(user, { limit: 30, ...page })
  return deeds.listNotifications.answer?.parse(answer) ?? answer
}

describe("does", () => {
  it("says what happened, about which case, as that case is called now", async () => {
    const at = new Date("2026-11-23T13:36:00.123Z")
    await tell(world.standard, {
      caseRef,
      noteId: "n-1",
      by: "Joost Bakker",
      excerpt: "Call them",
      caseNumber: "old",
      at,
    })
    expect(await list(world.standard)).toMatchObject({
      notifications: [
        {
          kind: "mention",
          at: at.toISOString(),
          readAt: null,
          caseRef,
          caseNumber: "VF-2026-04183",
          customerName: "Bakkerij Van Loon",
          by: "Joost Bakker",
          excerpt: "Call them",
          noteId: "n-1",
          subject: null,
        },
      ],
      unread: 1,
      nextCursor: null,
    })
  })
  it("knows a customer, a matter, and what is about no case", async () => {
    const customer = await makeCustomer(house, world, { number: "K-7", name: "Smit" })
    const matter = await makeMatter(house, { ...world, customerId: customer.id }, { number: "M-7" })
    await tell(world.standard, { caseRef: { kind: "customer", id: customer.id }, at: new Date(3) })
    await tell(world.standard, { caseRef: { kind: "matter", id: matter.id }, at: new Date(2) })
    await tell(world.standard, { address: "q@y.example", at: new Date(1) })
    const { notifications } = await list(world.standard)
    expect(notifications.map(({ caseNumber, customerName }) => [caseNumber, customerName])).toEqual([
      ["K-7", "Smit"],
      ["M-7", "Smit"],
      [null, null],
    ])
  })
  it("gives every one once, newest first, page by page, though many are of the same millisecond", async () => {
    const at = new Date("2026-11-23T13:36:00.123Z")
    for (const excerpt of ["1", "2", "3", "4", "5"]) await tell(world.standard, { caseRef, excerpt, at })
    const seen: unknown[] = []
    let cursor: string | undefined
    do {
      const page = await list(world.standard, { limit: 2, ...(cursor ? { cursor } : {}) })
      expect(page.unread).toBe(5)
      seen.push(...page.notifications.map(({ excerpt }) => excerpt))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(["5", "4", "3", "2", "1"])
  })
  it("answers the same on the embedded engine", async () => {
    const embedded = await openEmbeddedHouse()
    const there = await makeWorld(embedded)
    const customer = await makeCustomer(embedded, there, { number: "K-1" })
    await tell(there.standard, { caseRef: { kind: "customer", id: customer.id } })
    expect(await list(there.standard)).toMatchObject({ notifications: [{ caseNumber: "K-1" }], unread: 1 })
    await embedded.database.close()
  })
})

describe("refuses", () => {
  it("a cursor that is none", async () => {
    await expect(list(world.standard, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" })
  })
  it("an API key, which nobody tells anything", async () => {
    const { key } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    const answer = await ask(createApp(house), deeds.listNotifications, { authorization: `Bearer ${key}` })
    expect(answer.status).toBe(403)
  })
})

describe("protects", () => {
  it("shows nobody what another is told", async () => {
    await tell(world.standard, { caseRef })
    expect(await list(world.admin)).toMatchObject({ notifications: [], unread: 0 })
  })
  it("shows in one organisation nothing of another that the same person works for", async () => {
    const other = await makeWorld(house)
    const { actor } = world.standard
    if (actor.kind !== "user") throw new Error("A user.")
    await house.database.owner
      .insert(memberships)
      .values({ organisationId: other.organisationId, userId: actor.userId, organisationRight: "standard" })
    const there = await contextOf(house, { ...actor, organisationId: other.organisationId })
    await tell(there, { caseRef: await anInvoice(other) })
    expect(await list(world.standard)).toMatchObject({ notifications: [], unread: 0 })
    expect(await list(there)).toMatchObject({ unread: 1 })
  })
  it("shows nothing of an administration whose right was taken, nor counts it", async () => {
    const elsewhere = await makeAdministration(house, world.organisationId)
    const user = await makeUser(house, world.organisationId, { right: "none", only: { [elsewhere]: "standard" } })
    await tell(user, { caseRef })
    await tell(user, { caseRef: await anInvoice({ ...world, administrationId: elsewhere }) })
    expect(await list(user)).toMatchObject({ notifications: [{ caseNumber: "VF-2026-04183" }], unread: 1 })
    expect((await list(user)).notifications).toHaveLength(1)
  })
  it("shows nothing about a case that is another organisation's, or gone", async () => {
    await tell(world.standard, { caseRef: await anInvoice(await makeWorld(house)) })
    await tell(world.standard, { caseRef: { kind: "invoice", id: crypto.randomUUID() } })
    expect(await list(world.standard)).toMatchObject({ notifications: [], unread: 0 })
  })
})
