import { memberships } from "@casepost/backend/access/tables"
import { getMe } from "@casepost/backend/access/users/get-me"
import { updateMe } from "@casepost/backend/access/users/update-me"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("shows every organisation she belongs to, with the stronger right per administration", async () => {
    const [one, other] = [await makeWorld(house, "Aarts Groep"), await makeWorld(house, "Zwart Groep")]
    const second = await makeAdministration(house, one.organisationId, { name: "Z" })
    const user = await makeUser(house, one.organisationId, { right: "restricted", only: { [second]: "administrator" } })
    const userId = user.actor.kind === "user" ? user.actor.userId : ""
    await house.database.owner
      .insert(memberships)
      .values({ organisationId: other.organisationId, userId, organisationRight: "standard" })
    const me = await getMe(user)
    expect(me.memberships.map(({ organisation, right }) => [organisation.name, right])).toEqual([
      ["Aarts Groep", "restricted"],
      ["Zwart Groep", "standard"],
    ])
    expect(me.memberships[0]?.administrations.map(({ id, right }) => [id, right])).toEqual([
      [one.administrationId, "restricted"],
      [second, "administrator"],
    ])
  })
  it("keeps a new name and what she wants to be told about", async () => {
    const world = await makeWorld(house)
    await updateMe(world.standard, { name: "Sanne de Wit-Bos", notifyOnReply: false, notifyOnMention: false })
    expect(await getMe(world.standard)).toMatchObject({
      name: "Sanne de Wit-Bos",
      settings: { notifyOnReply: false, notifyOnFailure: true, notifyOnMention: false },
    })
  })
})

describe("refuses", () => {
  it("an actor who is nobody: the system", async () => {
    const world = await makeWorld(house)
    await expect(getMe({ ...world.admin, actor: { kind: "system" } })).rejects.toMatchObject({ code: "not-allowed" })
  })
})

describe("protects", () => {
  it("leaves administrations out in which she has no right", async () => {
    const world = await makeWorld(house)
    await makeAdministration(house, world.organisationId)
    const user = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [world.administrationId]: "standard" },
    })
    const me = await getMe(user)
    expect(me.memberships[0]?.administrations.map(({ id }) => id)).toEqual([world.administrationId])
  })
})
