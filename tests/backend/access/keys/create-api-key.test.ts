import { createApiKey } from "@casepost/backend/access/keys/create-api-key"
import { listApiKeys } from "@casepost/backend/access/keys/list-api-keys"
import { revokeApiKey } from "@casepost/backend/access/keys/revoke-api-key"
import { apiKeys } from "@casepost/backend/access/tables"
import { type App, createApp } from "@casepost/backend/app"
import { deeds as accessDeeds } from "@casepost/shared/access"
import { deeds } from "@casepost/shared/organisations"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf } from "../../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeWorld } from "../../../support/make.ts"

let house: TestHouse
let app: App
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

describe("does", () => {
  it("makes a key that opens its administrations and no other", async () => {
    const world = await makeWorld(house)
    await makeAdministration(house, world.organisationId)
    const { key } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    const answer = await ask(app, deeds.listAdministrations, { authorization: `Bearer ${key}` })
    expect(answer.body).toMatchObject({ administrations: [{ id: world.administrationId }] })
  })
  it("keeps what the key is for and when it was last used, and of the key itself only the end", async () => {
    const world = await makeWorld(house)
    const { key, id } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    await ask(app, deeds.listAdministrations, { authorization: `Bearer ${key}` })
    const { apiKeys: listed } = await listApiKeys(world.admin)
    expect(listed).toMatchObject([{ id, name: "ERP", lastCharacters: key.slice(-4), createdBy: "Demo Admin" }])
    expect(listed[0]?.lastUsedAt).not.toBeNull()
    const [row] = await house.database.owner.select().from(apiKeys).where(eq(apiKeys.id, id))
    expect(JSON.stringify(row)).not.toContain(key.slice(0, -4))
  })
})

describe("refuses", () => {
  it("a key that was taken back, from the next request", async () => {
    const world = await makeWorld(house)
    const { key, id } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    await revokeApiKey(world.admin, id)
    await revokeApiKey(world.admin, id)
    const answer = await ask(app, deeds.listAdministrations, { authorization: `Bearer ${key}` })
    expect(codeOf(answer)).toBe("unauthenticated")
  })
  it("a key that does not exist", async () => {
    const answer = await ask(app, deeds.listAdministrations, { authorization: "Bearer cpk_nothing" })
    expect(answer.status).toBe(401)
  })
})

describe("protects", () => {
  it("lets no key do what is for people: me, users, keys, audit", async () => {
    const world = await makeWorld(house)
    const { key } = await createApiKey(world.admin, { name: "ERP", administrations: [world.administrationId] })
    const authorization = `Bearer ${key}`
    for (const deed of [accessDeeds.getMe, accessDeeds.listUsers, accessDeeds.listApiKeys])
      expect(codeOf(await ask(app, deed, { authorization }))).toBe("not-allowed")
  })
  it("makes no key for an administration of another organisation", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    await expect(
      createApiKey(ours.admin, { name: "ERP", administrations: [theirs.administrationId] }),
    ).rejects.toMatchObject({ code: "not-found" })
  })
  it("revokes no key of another organisation", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const { id } = await createApiKey(theirs.admin, { name: "ERP", administrations: [theirs.administrationId] })
    await expect(revokeApiKey(ours.admin, id)).rejects.toMatchObject({ code: "not-found" })
  })
  it("lets only administrators of the organisation make keys", async () => {
    const world = await makeWorld(house)
    for (const context of [world.standard, world.restricted])
      await expect(
        createApiKey(context, { name: "ERP", administrations: [world.administrationId] }),
      ).rejects.toMatchObject({ code: "not-allowed" })
  })
})
