import { createApp } from "@casepost/backend/app"
import { portalLinks } from "@casepost/backend/delivery/tables"
import { portalSessions } from "@casepost/backend/portal/tables"
import { hash } from "@casepost/backend/secrets"
import { deeds } from "@casepost/shared/portal"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { ask } from "../../../support/ask.ts"
import { openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { makeInvoice } from "../../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, sentMessage, visit } from "../../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  house ??= await openLonelyHouse()
  app ??= createApp(house)
  house.setNow(undefined)
})

describe("does", () => {
  it("names only the creditor before the button is pressed", async () => {
    const world = await makePortalWorld(house)
    const door = await visit(app, (await mailedLink(house, world)).path)
    expect(door.text).toContain("Van der Meer Bouwmaterialen")
    for (const secret of ["Jansen", world.customerNumber, world.invoice.number, "please", "info@"])
      expect(door.text).not.toContain(secret)
  })
  it("turns the link into a session of an hour and a clean address", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    const pressed = await visit(app, path, { form: {} })
    expect(pressed.status).toBe(303)
    expect(pressed.location).toBe(`/portal/conversations/invoice/${world.invoice.id}`)
    const cookie = pressed.headers.getSetCookie().find(line => line.startsWith("casepost_portal="))
    expect(cookie).toMatch(/Max-Age=3600; Path=\/portal; HttpOnly; SameSite=Lax$/)
    const page = await visit(app, pressed.location, { cookie: pressed.cookie })
    expect(page.text).toContain(`Invoice ${world.invoice.number}`)
    expect(page.text).toContain("Could you tell us when you will pay?")
  })
  it("keeps only a hash of the cookie", async () => {
    const world = await makePortalWorld(house)
    const pressed = await visit(app, (await mailedLink(house, world)).path, { form: {} })
    const value = /casepost_portal=([^;]+)/.exec(pressed.cookie)?.[1] ?? ""
    const rows = await house.database.owner
      .select()
      .from(portalSessions)
      .where(eq(portalSessions.customerId, world.customerId))
    expect(rows.map(row => row.tokenHash)).toEqual([hash(value)])
  })
  it("marks the cookie Secure where the portal is reached by https", async () => {
    const secure = await openLonelyHouse({ publicUrl: "https://post.vdmbouw.example", secret: house.config.secret })
    const world = await makePortalWorld(secure)
    const pressed = await visit(createApp(secure), (await mailedLink(secure, world)).path, { form: {} })
    expect(pressed.headers.getSetCookie().join()).toContain("; Secure")
    await secure.database.close()
  })
})

describe("refuses", () => {
  const pressAndLook = async (path: string) => {
    const [seen, pressed] = [await visit(app, path), await visit(app, path, { form: {} })]
    expect([seen.status, pressed.status]).toEqual([410, 410])
    expect(pressed.cookie).toBe("")
    return seen.text
  }
  it("opens nothing by an expired, a revoked or a forged link, and says the same of all three", async () => {
    const world = await makePortalWorld(house)
    const [expired, revoked] = [await mailedLink(house, world), await mailedLink(house, world)]
    const db = house.database.owner
    await db
      .update(portalLinks)
      .set({ expiresAt: new Date(0) })
      .where(eq(portalLinks.id, expired.id))
    await db.update(portalLinks).set({ revokedAt: new Date() }).where(eq(portalLinks.id, revoked.id))
    const forged = expired.path.replace(/.$/, last => (last === "A" ? "B" : "A"))
    const pages = [await pressAndLook(expired.path), await pressAndLook(revoked.path), await pressAndLook(forged)]
    const neutral = pages.map((page, index) => page.replaceAll([expired.path, revoked.path, forged][index] ?? "", ""))
    expect(neutral[0]).toContain("This link no longer works")
    expect(new Set(neutral).size).toBe(1)
    expect(neutral[0]).not.toContain("Van der Meer")
  })
  it("ends a session after an hour, and with its link", async () => {
    const world = await makePortalWorld(house)
    const link = await mailedLink(house, world)
    const [early, late] = [await enterByLink(app, link.path), await enterByLink(app, link.path)]
    const read = (cookie: string) => visit(app, "/portal/conversations", { cookie })
    house.setNow(new Date(Date.now() + 59 * 60_000))
    expect((await read(early.cookie)).status).toBe(200)
    house.setNow(new Date(Date.now() + 61 * 60_000))
    expect((await read(early.cookie)).status).toBe(401)
    house.setNow(undefined)
    expect((await read(late.cookie)).status).toBe(200)
    await house.database.owner.update(portalLinks).set({ revokedAt: new Date() }).where(eq(portalLinks.id, link.id))
    expect((await read(late.cookie)).status).toBe(401)
  })
  it("does not press the button for a form on another site", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    const pressed = await visit(app, path, { form: {}, headers: { "sec-fetch-site": "cross-site" } })
    expect(pressed.location).toBe(path)
    expect(pressed.cookie).toBe("")
  })
})

describe("protects", () => {
  it("shows a stranger's link that one conversation: no list, no other case, no total", async () => {
    const world = await makePortalWorld(house)
    const other = await makeInvoice(house, world)
    await sentMessage(world, { kind: "invoice", id: other.id })
    const stranger = await mailedLink(house, world, {
      recorded: false,
      address: "stranger@else.example",
      personName: null,
    })
    const page = await enterByLink(app, stranger.path)
    expect(page.text).toContain("Could you tell us when you will pay?")
    for (const secret of [other.number, "open invoices", "Peter Jansen"]) expect(page.text).not.toContain(secret)
    for (const place of [`invoice/${other.id}`, `customer/${world.customerId}`]) {
      expect((await visit(app, `/portal/conversations/${place}`, { cookie: page.cookie })).status).toBe(404)
      const form = new FormData()
      for (const [name, value] of Object.entries({ csrf: page.csrf, key: crypto.randomUUID(), text: "Hello" }))
        form.append(name, value)
      const reply = await visit(app, `/portal/conversations/${place}/replies`, { cookie: page.cookie, form })
      expect(reply.status).toBe(404)
    }
    expect((await visit(app, "/portal/conversations", { cookie: page.cookie })).location).toBe(
      `/portal/conversations/invoice/${world.invoice.id}`,
    )
    const listed = await ask(app, deeds.listPortalConversations, { cookie: page.cookie })
    expect((listed.body as { conversations: { number: string }[] }).conversations.map(one => one.number)).toEqual([
      world.invoice.number,
    ])
  })
  it("lets nobody keep, frame or script the pages, and gives no address away", async () => {
    const world = await makePortalWorld(house)
    const link = await mailedLink(house, world)
    for (const page of [await visit(app, link.path), await enterByLink(app, link.path), await visit(app, "/portal")]) {
      expect(page.headers.get("cache-control")).toBe("no-store")
      expect(page.headers.get("referrer-policy")).toBe("no-referrer")
      const policy = page.headers.get("content-security-policy") ?? ""
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'; style-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style|style="|javascript:|onclick/)
    }
  })
  it("takes no bearer token, and the cookie opens nothing outside the portal", async () => {
    const world = await makePortalWorld(house)
    const { cookie } = await enterByLink(app, (await mailedLink(house, world)).path)
    const token = /casepost_portal=([^;]+)/.exec(cookie)?.[1] ?? ""
    const byBearer = await ask(app, deeds.getPortalSession, { authorization: `Bearer ${token}` })
    expect(byBearer.status).toBe(401)
    expect((await visit(app, "/api/v1/inbox", { cookie })).status).toBe(401)
  })
  it("writes no token into the log", async () => {
    const world = await makePortalWorld(house)
    const { path } = await mailedLink(house, world)
    const { cookie } = await enterByLink(app, path)
    const logged = JSON.stringify(house.logged)
    expect(logged).not.toContain(path.split(".").at(-1))
    expect(logged).not.toContain(/casepost_portal=([^;]+)/.exec(cookie)?.[1])
  })
})
