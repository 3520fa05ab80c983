import { updateUser } from "@casepost/backend/access/users/update-user"
import type { Context } from "@casepost/backend/context"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { contextOf, makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

const idOf = (context: Context) => (context.actor.kind === "user" ? context.actor.userId : "")

describe("does", () => {
  it("changes rights, which hold from the next request", async () => {
    const world = await makeWorld(house)
    const other = await makeAdministration(house, world.organisationId)
    const user = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [world.administrationId]: "standard" },
    })
    await updateUser(world.admin, { id: idOf(user), administrations: [{ id: other, right: "restricted" }] })
    if (user.actor.kind !== "user") throw new Error("A user is a user.")
    const { userId, name, email } = user.actor
    const now = await contextOf(house, { userId, name, email, organisationId: world.organisationId })
    expect(now.actor).toMatchObject({ rights: { administrations: new Map([[other, "restricted"]]) } })
  })
  it("switches a sign-in off, and on again", async () => {
    const world = await makeWorld(house)
    expect(await updateUser(world.admin, { id: idOf(world.standard), active: false })).toMatchObject({ active: false })
    expect(await updateUser(world.admin, { id: idOf(world.standard), active: true })).toMatchObject({ active: true })
  })
})

describe("refuses", () => {
  it("lowering or switching off the last administrator", async () => {
    const world = await makeWorld(house)
    const id = idOf(world.admin)
    await expect(updateUser(world.admin, { id, right: "standard" })).rejects.toMatchObject({ code: "in-use" })
    await expect(updateUser(world.admin, { id, active: false })).rejects.toMatchObject({ code: "in-use" })
  })
  it("one of two administrators who lower each other at the same moment", async () => {
    const world = await makeWorld(house)
    const second = await makeUser(house, world.organisationId, { right: "administrator" })
    const outcomes = await Promise.allSettled([
      updateUser(world.admin, { id: idOf(second), right: "standard" }),
      updateUser(second, { id: idOf(world.admin), right: "standard" }),
    ])
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(["fulfilled", "rejected"])
  })
  it("an id that nobody has", async () => {
    const world = await makeWorld(house)
    const id = "00000000-0000-7000-8000-000000000000"
    await expect(updateUser(world.admin, { id, active: false })).rejects.toMatchObject({ code: "not-found" })
  })
})

describe("protects", () => {
  it("people of another organisation, as if they did not exist", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    await expect(updateUser(ours.admin, { id: idOf(theirs.standard), active: false })).rejects.toMatchObject({
      code: "not-found",
    })
  })
  it("lets only administrators of the organisation change people", async () => {
    const world = await makeWorld(house)
    for (const context of [world.standard, world.restricted])
      await expect(updateUser(context, { id: idOf(context), right: "administrator" })).rejects.toMatchObject({
        code: "not-allowed",
      })
  })
})
