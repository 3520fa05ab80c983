import { inviteUser } from "@casepost/backend/access/users/invite-user"
import { listUsers } from "@casepost/backend/access/users/list-users"
import { audit } from "@casepost/backend/audit/tables"
import { mails } from "@casepost/backend/delivery/tables"
import { unseal } from "@casepost/backend/secrets"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeUser, makeWorld } from "../../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ resend: { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined } })
})

const somebody = () => ({
  name: "Eva Kok",
  email: `eva-${crypto.randomUUID()}@vdmbouw.example`,
  right: "none" as const,
  administrations: [],
})

describe("does", () => {
  it("adds somebody who is still invited, with rights for one administration", async () => {
    const world = await makeWorld(house)
    const right = { id: world.administrationId, right: "standard" as const }
    const invited = { ...somebody(), administrations: [right] }
    const user = await inviteUser(world.admin, invited)
    expect(user).toMatchObject({ email: invited.email, invited: true, active: true, administrations: [right] })
    expect((await listUsers(world.admin)).users).toContainEqual(user)
  })
  it("mails a link that lies sealed, and never opens anything by itself", async () => {
    const world = await makeWorld(house)
    const invited = await inviteUser(world.admin, somebody())
    const [mail] = await house.database.owner.select().from(mails).where(eq(mails.address, invited.email))
    const href = mail?.content?.button?.href ?? ""
    expect(href).toMatch(/^sealed:/)
    expect(unseal(house.config.secret, href.slice("sealed:".length))).toMatch(/\/join\/[0-9a-f-]{36}\.[\w-]{43}$/)
    expect(mail).toMatchObject({ kind: "system", organisationId: world.organisationId })
  })
  it("invites again before it was accepted, with the newer rights", async () => {
    const world = await makeWorld(house)
    const invited = somebody()
    const first = await inviteUser(world.admin, invited)
    const again = await inviteUser(world.admin, { ...invited, right: "restricted" })
    expect(again).toMatchObject({ id: first.id, right: "restricted" })
  })
  it("invites somebody of another organisation without touching what she is called there", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const hers = await makeUser(house, theirs.organisationId, { name: "Eva Kok-Jansen" })
    const email = hers.actor.kind === "user" ? hers.actor.email : ""
    const user = await inviteUser(ours.admin, { ...somebody(), email, name: "Somebody Else" })
    expect(user).toMatchObject({ name: "Eva Kok-Jansen", invited: true })
  })
  it("writes it into the audit log", async () => {
    const world = await makeWorld(house)
    const user = await inviteUser(world.admin, somebody())
    const lines = await house.database.owner
      .select()
      .from(audit)
      .where(and(eq(audit.organisationId, world.organisationId), eq(audit.subjectId, user.id)))
    expect(lines).toMatchObject([{ deed: "inviteUser", actorName: "Demo Admin" }])
  })
})

describe("refuses", () => {
  it("whoever is here already", async () => {
    const world = await makeWorld(house)
    const email = world.standard.actor.kind === "user" ? world.standard.actor.email : ""
    await expect(inviteUser(world.admin, { ...somebody(), email })).rejects.toMatchObject({ code: "already-exists" })
  })
  it("where no mail can be sent", async () => {
    const silent = await openTestHouse()
    const world = await makeWorld(silent)
    await expect(inviteUser(world.admin, somebody())).rejects.toMatchObject({ code: "sending-off" })
  })
})

describe("protects", () => {
  it("lets only administrators of the organisation invite", async () => {
    const world = await makeWorld(house)
    const local = await makeUser(house, world.organisationId, {
      right: "none",
      only: { [world.administrationId]: "administrator" },
    })
    for (const context of [world.standard, world.restricted, local])
      await expect(inviteUser(context, somebody())).rejects.toMatchObject({ code: "not-allowed" })
  })
  it("gives no right in an administration of another organisation, and leaves nothing behind", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    const foreign = await makeAdministration(house, theirs.organisationId)
    const invited = { ...somebody(), administrations: [{ id: foreign, right: "standard" as const }] }
    await expect(inviteUser(ours.admin, invited)).rejects.toMatchObject({ code: "not-found" })
    const { users } = await listUsers(ours.admin)
    expect(users.map(user => user.email)).not.toContain(invited.email)
  })
})
