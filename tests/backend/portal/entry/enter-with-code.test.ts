import { createApp } from "@casepost/backend/app"
import { accessCode } from "@casepost/backend/cases/access-code"
import { customers } from "@casepost/backend/cases/tables"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { makeCustomer, makeWorld } from "../../../support/make.ts"
import { makePortalWorld, type PortalWorld, visit } from "../../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  // Tries are counted per address, and every request here has the same: a new hour for every test.
  house ??= await openLonelyHouse()
  app ??= createApp(house)
  house.setNow(new Date(house.now().getTime() + 2 * 60 * 60_000))
})

function codeOf(world: PortalWorld, accessCodeVersion = 1): string {
  return accessCode(house.config, { id: world.customerId, accessCodeVersion })
}

const knock = (typed: Record<string, string>, cookie?: string) =>
  visit(app, "/portal", { form: { by: "invoice", ...typed }, ...(cookie ? { cookie } : {}) })

describe("does", () => {
  it("lets a customer in by number, code and an invoice number, however they are typed", async () => {
    const world = await makePortalWorld(house)
    const code = codeOf(world).toLowerCase().replace("-", " ")
    const fact = ` ${world.invoice.number.toLowerCase().replaceAll("-", " ")} `
    const entered = await knock({ number: ` ${world.customerNumber} `, code, fact })
    expect(entered.location).toBe("/portal/conversations")
    const page = await visit(app, entered.location, { cookie: entered.cookie })
    expect(page.text).toContain(world.invoice.number)
  })
  it("takes the postcode as the second fact", async () => {
    const world = await makePortalWorld(house)
    const entered = await knock({ number: world.customerNumber, code: codeOf(world), by: "postcode", fact: "3542ad" })
    expect(entered.status).toBe(303)
  })
  it("finds the right customer where another organisation uses the same number", async () => {
    const world = await makePortalWorld(house)
    await makeCustomer(house, await makeWorld(house), { number: world.customerNumber, name: "Somebody Else" })
    const entered = await knock({ number: world.customerNumber, code: codeOf(world), fact: world.invoice.number })
    const page = await visit(app, entered.location, { cookie: entered.cookie })
    expect(page.text).toContain("Jansen &amp; Zonen")
  })
})

describe("refuses", () => {
  it("says the same whatever was wrong: number, code or fact, and keeps what was typed", async () => {
    const world = await makePortalWorld(house)
    const right = { number: world.customerNumber, code: codeOf(world), fact: world.invoice.number }
    const pages = []
    for (const wrong of [{ number: "no-such-number" }, { code: "00000-00000" }, { fact: "VF-1" }, { fact: "" }]) {
      const typed = { ...right, ...wrong }
      const page = await knock(typed)
      expect(page.status).toBe(422)
      expect(page.cookie).toBe("")
      for (const value of Object.values(typed)) expect(page.text).toContain(`value="${value}"`)
      pages.push(page.text.replaceAll(/value="[^"]*"/g, ""))
    }
    expect(pages[0]).toContain("These details do not belong together")
    expect(new Set(pages).size).toBe(1)
  })
  it("does not take a code that was renewed", async () => {
    const world = await makePortalWorld(house)
    const code = codeOf(world)
    await house.database.owner.update(customers).set({ accessCodeVersion: 2 }).where(eq(customers.id, world.customerId))
    expect((await knock({ number: world.customerNumber, code, fact: world.invoice.number })).status).toBe(422)
  })
})

describe("protects", () => {
  it("stops guessing at a customer number after ten tries, also with the right code, and lets in an hour later", async () => {
    const world = await makePortalWorld(house)
    const right = { number: world.customerNumber, code: codeOf(world), fact: world.invoice.number }
    for (let tried = 0; tried < 10; tried++) expect((await knock({ ...right, code: "x" })).status).toBe(422)
    const stopped = await knock(right)
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0)
    house.setNow(new Date(house.now().getTime() + 61 * 60_000))
    expect((await knock(right)).status).toBe(303)
  })
  it("stops a network address that goes through many numbers", async () => {
    const world = await makePortalWorld(house)
    for (let tried = 0; tried < 30; tried++) await knock({ number: `guess-${tried}`, code: "x", fact: "x" })
    expect(
      (await knock({ number: world.customerNumber, code: codeOf(world), fact: world.invoice.number })).status,
    ).toBe(429)
  })
  it("counts tries that come at the same moment one after the other", async () => {
    const world = await makePortalWorld(house)
    const wrong = { number: world.customerNumber, code: "x", fact: "x" }
    const answers = await Promise.all(Array.from({ length: 20 }, () => knock(wrong)))
    expect(answers.filter(answer => answer.status === 422)).toHaveLength(10)
  })
  it("names no creditor where several are served", async () => {
    await makePortalWorld(house)
    await makePortalWorld(house)
    expect((await visit(app, "/portal")).text).not.toContain("Van der Meer")
  })
})
