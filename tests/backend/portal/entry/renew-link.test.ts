import { createApp } from "@casepost/backend/app"
import { contacts } from "@casepost/backend/cases/tables"
import { mails, portalLinks, suppressions } from "@casepost/backend/delivery/tables"
import { unseal } from "@casepost/backend/secrets"
import { and, desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld, visit } from "../../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  house ??= await openLonelyHouse()
  app ??= createApp(house)
  house.setNow(new Date(house.now().getTime() + 2 * 60 * 60_000))
})

const ask = (path: string) => visit(app, `${path}/renew`, { form: { lang: "en" } })

async function mailed(world: PortalWorld) {
  const db = house.database.owner
  return db
    .select()
    .from(mails)
    .where(and(eq(mails.organisationId, world.organisationId), eq(mails.kind, "system")))
    .orderBy(desc(mails.id))
}

async function makeExpired(world: PortalWorld, values: Parameters<typeof mailedLink>[2] = {}) {
  const link = await mailedLink(house, world, values)
  await house.database.owner
    .update(portalLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(portalLinks.id, link.id))
  return link
}

async function newLinkOf(world: PortalWorld): Promise<string> {
  const [mail] = await mailed(world)
  return unseal(house.config.secret, mail?.content?.button?.href.replace("sealed:", "") ?? "")
}

describe("does", () => {
  it("mails a new link that works to the address of the old one", async () => {
    const world = await makePortalWorld(house)
    expect((await ask((await makeExpired(world)).path)).status).toBe(200)
    const [mail, ...others] = await mailed(world)
    expect(others).toEqual([])
    expect(mail?.address).toBe("info@jansen.example")
    expect(mail?.content?.subject).toBe("Your new link to Van der Meer Bouwmaterialen")
    const page = await enterByLink(app, new URL(await newLinkOf(world)).pathname)
    expect(page.text).toContain(world.invoice.number)
    expect(page.text).toContain("Peter Jansen")
  })
  it("offers a new link before the old one expires as well", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    expect((await visit(app, path)).text).toContain(`${path}/renew`)
    expect((await visit(app, `${path}/renew`)).text).toContain("Send me a new link")
    await ask(path)
    expect(await mailed(world)).toHaveLength(1)
  })
})

describe("refuses", () => {
  it("says the same for a link that never was, and mails nothing", async () => {
    const world = await makePortalWorld(house)
    const { path } = await makeExpired(world)
    const forged = path.replace(/.$/, last => (last === "A" ? "B" : "A"))
    const [real, unknown] = [await ask(path), await ask(forged)]
    expect(unknown.text).toBe(real.text)
    expect(await mailed(world)).toHaveLength(1)
  })
  it("mails nothing for a link that was revoked, nor to an address that takes no mail", async () => {
    const world = await makePortalWorld(house)
    const revoked = await mailedLink(house, world)
    await house.database.owner.update(portalLinks).set({ revokedAt: new Date() }).where(eq(portalLinks.id, revoked.id))
    await ask(revoked.path)
    const { organisationId } = world
    await house.database.owner
      .insert(suppressions)
      .values({ organisationId, address: "info@jansen.example", reason: "bounce" })
    await ask((await makeExpired(world)).path)
    expect(await mailed(world)).toEqual([])
  })
  it("mails three times an hour at most", async () => {
    const world = await makePortalWorld(house)
    const { path } = await makeExpired(world)
    for (let asked = 0; asked < 3; asked++) expect((await ask(path)).status).toBe(200)
    expect((await ask(path)).status).toBe(429)
    expect(await mailed(world)).toHaveLength(3)
  })
})

describe("protects", () => {
  it("gives an address that left the customer's records its conversation and no longer the customer", async () => {
    const world = await makePortalWorld(house)
    const { path } = await makeExpired(world)
    await house.database.owner
      .update(contacts)
      .set({ address: "new@jansen.example" })
      .where(eq(contacts.customerId, world.customerId))
    await ask(path)
    const page = await enterByLink(app, new URL(await newLinkOf(world)).pathname)
    expect(
      (await visit(app, `/portal/conversations/customer/${world.customerId}`, { cookie: page.cookie })).status,
    ).toBe(404)
  })
  it("keeps the new link sealed in the database", async () => {
    const world = await makePortalWorld(house)
    await ask((await makeExpired(world)).path)
    expect(JSON.stringify(await mailed(world))).not.toContain("/portal/m/")
  })
})
