import { listAdministrations } from "@casepost/backend/organisations/list-administrations"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

describe("does", () => {
  it("lists the administrations one has a right in, by name", async () => {
    const world = await makeWorld(house, "Zwart")
    await makeAdministration(house, world.organisationId, { name: "Aarts NL" })
    const { administrations } = await listAdministrations(
      await makeUser(house, world.organisationId, { right: "restricted" }),
    )
    expect(administrations.map(({ name }) => name)).toEqual(["Aarts NL", "Zwart NL"])
  })
})

describe("refuses", () => {
  it("nothing: without any right the list is empty", async () => {
    const world = await makeWorld(house)
    const user = await makeUser(house, world.organisationId, { right: "none" })
    expect(await listAdministrations(user)).toEqual({ administrations: [] })
  })
})

describe("protects", () => {
  it("leaves out where one has no right, and other organisations", async () => {
    const [world] = [await makeWorld(house), await makeWorld(house)]
    const other = await makeAdministration(house, world.organisationId)
    const user = await makeUser(house, world.organisationId, { right: "none", only: { [other]: "restricted" } })
    const { administrations } = await listAdministrations(user)
    expect(administrations.map(({ id }) => id)).toEqual([other])
  })
})
