import { findSession } from "@casepost/backend/access/find-session"
import { memberships, sessions } from "@casepost/backend/access/tables"
import { createApp } from "@casepost/backend/app"
import { deeds } from "@casepost/shared/access"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeUser, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

const asking = { organisationId: undefined, requestId: "test" }

describe("does", () => {
  it("finds the user, her only organisation and her rights behind a token", async () => {
    const world = await makeWorld(house)
    const authorization = await signedIn(house, world.standard)
    const context = await findSession(house, { ...asking, authorization })
    expect(context.organisationId).toBe(world.organisationId)
    expect(context.actor).toEqual(world.standard.actor)
  })
  it("takes the organisation that the request names", async () => {
    const [one, other] = [await makeWorld(house), await makeWorld(house)]
    await house.database.owner
      .insert(memberships)
      .values({ organisationId: other.organisationId, userId: idOf(one.standard), organisationRight: "restricted" })
    const authorization = await signedIn(house, one.standard)
    const context = await findSession(house, { ...asking, authorization, organisationId: other.organisationId })
    expect(context.actor).toMatchObject({ rights: { organisation: "restricted" } })
    await expect(findSession(house, { ...asking, authorization })).rejects.toMatchObject({ code: "invalid" })
  })
  it("keeps a session that is used alive for another 30 days", async () => {
    const world = await makeWorld(house)
    const authorization = await signedIn(house, world.standard)
    house.setNow(new Date(Date.now() + 29 * day))
    await findSession(house, { ...asking, authorization })
    house.setNow(new Date(Date.now() + 58 * day))
    await expect(findSession(house, { ...asking, authorization })).resolves.toBeDefined()
    house.setNow(new Date(Date.now() + 89 * day))
    await expect(findSession(house, { ...asking, authorization })).rejects.toMatchObject({ code: "unauthenticated" })
    house.setNow(undefined)
  })
})

describe("refuses", () => {
  it.each([
    ["no header", undefined],
    ["another scheme", "Basic YTpi"],
    ["a token that is none", "Bearer nonsense"],
    ["a token with a signature that is not ours", "Bearer abcdef.AAAA"],
  ])("%s", async (_, authorization) => {
    await expect(findSession(house, { ...asking, authorization })).rejects.toMatchObject({ code: "unauthenticated" })
  })
  it("a token of the database without the signature, so that a stolen database opens nothing", async () => {
    const world = await makeWorld(house)
    await signedIn(house, world.standard)
    const [row] = await house.database.owner
      .select()
      .from(sessions)
      .where(eq(sessions.userId, idOf(world.standard)))
    await expect(findSession(house, { ...asking, authorization: `Bearer ${row?.token}` })).rejects.toMatchObject({
      code: "unauthenticated",
    })
  })
  it("an organisation that is not hers, as one that does not exist", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const authorization = await signedIn(house, ours.admin)
    const refusal = (organisationId: string) =>
      findSession(house, { ...asking, authorization, organisationId }).catch(error => [error.code, error.message])
    expect(await refusal(theirs.organisationId)).toEqual(await refusal("00000000-0000-7000-8000-000000000000"))
  })
})

describe("protects", () => {
  it("switches somebody off from the next request", async () => {
    const world = await makeWorld(house)
    const app = createApp(house)
    const user = await makeUser(house, world.organisationId)
    const authorization = await signedIn(house, user)
    expect((await ask(app, deeds.getMe, { authorization })).status).toBe(200)
    const admin = await signedIn(house, world.admin)
    await ask(app, deeds.updateUser, { authorization: admin, params: { id: idOf(user) }, body: { active: false } })
    expect((await ask(app, deeds.getMe, { authorization })).status).toBe(401)
  })
  it("lowers rights from the next request", async () => {
    const world = await makeWorld(house)
    const authorization = await signedIn(house, world.admin)
    await house.database.owner
      .update(memberships)
      .set({ organisationRight: "standard" })
      .where(eq(memberships.userId, idOf(world.admin)))
    const answer = await ask(createApp(house), deeds.listUsers, { authorization })
    expect(codeOf(answer)).toBe("not-allowed")
  })
  it("gives nothing for a membership that was not accepted yet", async () => {
    const world = await makeWorld(house)
    const user = await makeUser(house, world.organisationId)
    const authorization = await signedIn(house, user)
    await house.database.owner
      .update(memberships)
      .set({ invitedAt: new Date() })
      .where(eq(memberships.userId, idOf(user)))
    await expect(findSession(house, { ...asking, authorization })).rejects.toMatchObject({ code: "not-allowed" })
  })
})

const day = 24 * 60 * 60 * 1000

function idOf(context: { actor: { kind: string } }): string {
  return (context.actor as unknown as { userId: string }).userId
}
