import type { Context } from "@casepost/backend/context"
import { addNotification } from "@casepost/backend/notifications/add-notification"
import { listNotifications } from "@casepost/backend/notifications/list-notifications"
import { markNotificationsRead } from "@casepost/backend/notifications/mark-notifications-read"
import type { CaseRef } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/notifications"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeUser, makeWorld, type World } from "../../support/make.ts"

let house: TestHouse
let world: World
let caseRef: CaseRef
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  world = await makeWorld(house)
  caseRef = { kind: "customer", id: (await makeCustomer(house, world)).id }
})

/** Tells a user three things, a second apart; their ids, newest first. */
async function tellThree(user: Context, about: CaseRef = caseRef): Promise<string[]> {
  const { actor, organisationId } = user
  if (actor.kind !== "user") throw new Error("Only users are told.")
  const { userId } = actor
  for (const second of [1, 2, 3])
    await user.transaction(tx =>
      addNotification(tx, {
        organisationId,
        userId,
        kind: "reply",
        at: new Date(second * 1000),
        detail: { caseRef: about },
      }),
    )
  return (await listNotifications(user, { limit: 30 })).notifications.map(({ id }) => id)
}

const unread = async (user: Context) => {
  const answer = await listNotifications(user, { limit: 30 })
  return answer.notifications.filter(one => one.readAt === null).map(({ id }) => id)
}

describe("does", () => {
  it("marks the ones given, once, and leaves the others", async () => {
    const [newest = "", middle = "", oldest = ""] = await tellThree(world.standard)
    await markNotificationsRead(world.standard, { ids: [middle] })
    expect(await unread(world.standard)).toEqual([newest, oldest])
    const read = async () => (await listNotifications(world.standard, { limit: 30 })).notifications[1]?.readAt
    const first = await read()
    await markNotificationsRead(world.standard, { ids: [middle] })
    expect(await read()).toBe(first)
  })
  it("marks all", async () => {
    await tellThree(world.standard)
    await markNotificationsRead(world.standard, { all: true })
    expect(await unread(world.standard)).toEqual([])
  })
  it("leaves what came after the newest that was shown", async () => {
    const [newest = ""] = await tellThree(world.standard)
    await markNotificationsRead(world.standard, { all: true, until: new Date(2000).toISOString() })
    expect(await unread(world.standard)).toEqual([newest])
  })
})

describe("refuses", () => {
  it.each([{}, { ids: [] }, { all: false }, { ids: ["not an id"] }])("a body such as %j", body => {
    expect(deeds.markNotificationsRead.body?.safeParse(body).success).toBe(false)
  })
  it("whoever is no user", async () => {
    const system: Context = { ...world.standard, actor: { kind: "system" } }
    await expect(markNotificationsRead(system, { all: true })).rejects.toMatchObject({ code: "not-allowed" })
  })
})

describe("protects", () => {
  it("passes over what is another's, even an administrator's try, and what does not exist", async () => {
    const ids = await tellThree(world.standard)
    await markNotificationsRead(world.admin, { ids: [...ids, "nothing", crypto.randomUUID()] })
    await markNotificationsRead(world.admin, { all: true })
    expect(await unread(world.standard)).toEqual(ids)
  })
  it("passes over what is of an administration whose right was taken", async () => {
    const hidden = await makeAdministration(house, world.organisationId)
    const { organisationId } = world
    const customer = await makeCustomer(house, { organisationId, administrationId: hidden })
    const user = await makeUser(house, organisationId, {
      right: "none",
      only: { [world.administrationId]: "standard" },
    })
    await tellThree(user, { kind: "customer", id: customer.id })
    await markNotificationsRead(user, { all: true })
    if (user.actor.kind !== "user") throw new Error("A user.")
    const rights = { organisation: "standard", administrations: new Map([[hidden, "standard" as const]]) } as const
    expect(await unread({ ...user, actor: { ...user.actor, rights } })).toHaveLength(3)
  })
})
