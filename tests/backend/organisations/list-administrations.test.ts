import { listAdministrations } from "@casepost/backend/organisations/list-administrations"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld } from "../../support/make.ts"

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
  it("counts the open cases of each where they are asked for", async () => {
    const world = await makeWorld(house)
    const empty = await makeAdministration(house, world.organisationId, { name: "Aarts" })
    const admin = await makeUser(house, world.organisationId, { right: "administrator" })
    const customer = await makeCustomer(house, world)
    for (const state of ["open", "open", "paid", "closed"])
      await makeInvoice(house, { ...world, customerId: customer.id }, { state })
    const countsOf = async (openCases: boolean) =>
      (await listAdministrations(admin, { openCases })).administrations.map(one => [one.id, one.openCases])
    expect(await countsOf(true)).toEqual([
      [empty, 0],
      [world.administrationId, 2],
    ])
    expect(await countsOf(false)).toEqual([
      [empty, null],
      [world.administrationId, null],
    ])
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
