import { createApp } from "@casepost/backend/app"
import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { availableRecipients } from "@casepost/backend/relations/available-recipients"
import { createRelation } from "@casepost/backend/relations/create-relation"
import { deeds, type Relation, type RelationBody } from "@casepost/shared/relations"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"

describe("create-relation", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const relation = (changes: Partial<RelationBody> = {}): RelationBody => ({
    name: "Deloo Gerechtsdeurwaarders",
    address: "dossier@deloo.example",
    administrationIds: [],
    ...changes,
  })
  async function offeredIn(world: World, administrationId: string) {
    // Made now, so that she has a right in the administrations that were added meanwhile.
    const restricted = await makeUser(house, world.organisationId, { right: "restricted" })
    const { recipients } = await availableRecipients(restricted, administrationId)
    return recipients.flatMap(one => (one.kind === "relation" ? one.name : []))
  }
  async function post(world: World, body: RelationBody, headers: Record<string, string> = {}) {
    return ask(createApp(house), deeds.createRelation, {
      authorization: await signedIn(house, world.admin),
      body,
      headers,
    })
  }

  describe("does", () => {
    it("offer it at once in the two administrations chosen, and not in a third", async () => {
      const world = await makeWorld(house)
      const second = await makeAdministration(house, world.organisationId, { name: "Aarts" })
      const third = await makeAdministration(house, world.organisationId)
      const made = await createRelation(
        world.admin,
        relation({ administrationIds: [world.administrationId, second, second] }),
      )
      expect(made.administrations.map(place => place.id)).toEqual([second, world.administrationId])
      expect(await offeredIn(world, world.administrationId)).toEqual(["Deloo Gerechtsdeurwaarders"])
      expect(await offeredIn(world, second)).toEqual(["Deloo Gerechtsdeurwaarders"])
      expect(await offeredIn(world, third)).toEqual([])
    })
    it("make it available nowhere where no administration is chosen", async () => {
      const world = await makeWorld(house)
      const made = await createRelation(world.admin, relation())
      expect(made.administrations).toEqual([])
      expect(await offeredIn(world, world.administrationId)).toEqual([])
    })
    it("write who added it, and with what, into the audit log", async () => {
      const world = await makeWorld(house)
      const made = await createRelation(world.admin, relation({ administrationIds: [world.administrationId] }))
      const [line] = await house.database.owner.select().from(audit).where(eq(audit.subjectId, made.id))
      expect(line).toMatchObject({
        deed: "createRelation",
        actorName: "Demo Admin",
        detail: { name: made.name, address: made.address, administrations: ["Van der Meer Groep NL"] },
      })
    })
    it("make one relation of two requests with the same key", async () => {
      const world = await makeWorld(house)
      const headers = { "idempotency-key": newId() }
      const [first, second] = [await post(world, relation(), headers), await post(world, relation(), headers)]
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.body).toEqual(first.body)
    })
    it.each([
      ["a plus", "jan+casepost@kantoor.example", "jan+casepost@kantoor.example"],
      ["an apostrophe", "O'Neil@kantoor.example", "o'neil@kantoor.example"],
      ["an internationalised domain", "info@München.example", "info@xn--mnchen-3ya.example"],
    ])("keep an address with %s", async (_, written, address) => {
      const world = await makeWorld(house)
      const answer = await post(world, relation({ address: written }))
      expect(answer).toMatchObject({ status: 201, body: { address } })
    })
    it.each([
      "=cmd|' /C calc'!A0",
      "<img src=x onerror=alert(1)>",
      "شركة المحاسبة",
      "Ёлка 🧾 & Söhne",
      "a".repeat(200),
    ])("keep the name %s as it is", async name => {
      const world = await makeWorld(house)
      expect(await post(world, relation({ name }))).toMatchObject({ status: 201, body: { name } })
    })
  })

  describe("refuses", () => {
    it("an address that a relation has, however it is written, and names that one and where it is", async () => {
      const world = await makeWorld(house)
      await makeRelation(house, world.organisationId, {
        name: "Smit",
        address: "info@xn--mnchen-3ya.example",
        administrationIds: [world.administrationId],
      })
      const answer = await post(world, relation({ address: "Info@MÜNCHEN.example" }))
      expect(answer).toMatchObject({ status: 409, body: { code: "already-exists", fields: [{ path: "address" }] } })
      expect((answer.body as { detail: string }).detail).toContain("“Smit”. It is available in Van der Meer Groep NL.")
    })
    it("an address that a relation has which is available nowhere, and says so", async () => {
      const world = await makeWorld(house)
      const { address } = await makeRelation(house, world.organisationId)
      const problem = await createRelation(world.admin, relation({ address })).catch(error => error)
      expect(problem).toMatchObject({ code: "already-exists" })
      expect(problem.message).toContain("not available anywhere")
    })
    it("the later of two at once with one address", async () => {
      const world = await makeWorld(house)
      const both = await Promise.allSettled([
        createRelation(world.admin, relation()),
        createRelation(world.admin, relation({ name: "Other" })),
      ])
      expect(both.filter(one => one.status === "rejected")).toMatchObject([{ reason: { code: "already-exists" } }])
    })
    it("administrations that are not there, by their place", async () => {
      const world = await makeWorld(house)
      const theirs = await makeWorld(house)
      const administrationIds = [world.administrationId, theirs.administrationId, newId(), "x"]
      await expect(createRelation(world.admin, relation({ administrationIds }))).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "administrationIds.1" }, { path: "administrationIds.2" }, { path: "administrationIds.3" }],
      })
    })
    it.each([
      ["name", "a".repeat(300), "At most 200 characters."],
      ["name", "", "Fill this in."],
      ["name", "\u200b", "Fill this in"],
      ["name", "Jan\r\nBcc: all@x.example", "Line breaks"],
      ["name", "Jan \u202enej", "Line breaks and control characters"],
      ["address", '"jan jansen"@x.example', "quotation marks"],
      ["address", "jan@x.example\r\nBcc: all@x.example", "not a complete"],
      ["address", "jan@x", "not a complete"],
      ["address", "jan", "not a complete"],
    ])("a %s like %j, with a reason", async (field, value, reason) => {
      const world = await makeWorld(house)
      const answer = await post(world, relation({ [field]: value }))
      expect(answer).toMatchObject({ status: 422, body: { code: "invalid", fields: [{ path: field }] } })
      expect((answer.body as { fields: { detail: string }[] }).fields[0]?.detail).toContain(reason)
    })
  })

  describe("protects", () => {
    it("relations from everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      for (const context of [world.standard, world.restricted])
        await expect(createRelation(context, relation())).rejects.toMatchObject({ code: "not-allowed" })
    })
    it("other organisations: the same address can be a relation of each", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const made: Relation[] = []
      for (const world of [ours, theirs]) made.push(await createRelation(world.admin, relation()))
      expect(new Set(made.map(one => one.id)).size).toBe(2)
      expect(codeOf(await post(ours, relation()))).toBe("already-exists")
    })
  })
})
