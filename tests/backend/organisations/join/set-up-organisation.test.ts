import { makeSetupLink } from "@casepost/backend/access/join/make-setup-link"
import { createApp } from "@casepost/backend/app"
import { deeds } from "@casepost/shared/access"
import { deeds as organisationDeeds } from "@casepost/shared/organisations"
import { tokenHeader } from "@casepost/shared/request-headers"
import { beforeAll, describe, expect, it } from "vitest"
import { ask } from "../../../support/ask.ts"
import { openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { makeWorld } from "../../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openLonelyHouse()
})

const form = {
  organisationName: "Van der Meer Groep",
  administrationName: "VDM Bouwmaterialen NL",
  senderName: "Van der Meer Bouwmaterialen",
  senderAddress: "debiteuren@vdmbouw.example",
  replyAddress: "antwoord@vdmbouw.example",
  timeZone: "Europe/Amsterdam",
  defaultLanguage: "nl",
  name: "Anna Visser",
  email: "Anna@vdmbouw.example",
  password: "long-enough-1",
}

const fill = (path: string, changes: Partial<typeof form> = {}) =>
  createApp(house).request(path, { method: "POST", body: new URLSearchParams({ ...form, ...changes }) })

async function link(): Promise<string> {
  return new URL((await makeSetupLink(house)) ?? "http://none/none").pathname
}

describe("refuses", () => {
  it("what does not fit, field by field, keeping what was typed", async () => {
    const path = await link()
    const answer = await fill(path, { senderAddress: "not an address", name: "Anna <b>", timeZone: "Mars/Olympus" })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("This is not a complete e-mail address.")
    expect(page).toContain('value="Anna &lt;b&gt;"')
    expect(page).toContain('value="not an address"')
    expect(page).not.toContain(form.password)
  })
  it("a link older than an hour", async () => {
    const path = await link()
    house.setNow(new Date(Date.now() + 61 * 60 * 1000))
    expect((await createApp(house).request(path)).status).toBe(410)
    house.setNow(undefined)
  })
})

describe("does", () => {
  it("makes the organisation, its administration and its administrator, once", async () => {
    const [older, path] = [await link(), await link()]
    const outcomes = await Promise.all([fill(path), fill(path)])
    expect(outcomes.map(answer => answer.status).sort()).toEqual([200, 410])
    expect((await fill(older, { email: "second@vdmbouw.example" })).status).toBe(410)
    const app = createApp(house)
    const signedIn = await app.request("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "anna@vdmbouw.example", password: form.password }),
    })
    const authorization = `Bearer ${signedIn.headers.get(tokenHeader)}`
    expect((await ask(app, deeds.getMe, { authorization })).body).toMatchObject({
      name: "Anna Visser",
      memberships: [{ organisation: { name: "Van der Meer Groep" }, right: "administrator" }],
    })
    expect((await ask(app, organisationDeeds.listAdministrations, { authorization })).body).toMatchObject({
      administrations: [{ senderAddress: "debiteuren@vdmbouw.example", timeZone: "Europe/Amsterdam" }],
    })
  })
})

describe("protects", () => {
  it("gives no link where there is an organisation", async () => {
    await makeWorld(house)
    expect(await makeSetupLink(house)).toBeUndefined()
  })
})
