import { findInvitation } from "@casepost/backend/access/join/find-invitation"
import { memberships } from "@casepost/backend/access/tables"
import { inviteUser } from "@casepost/backend/access/users/invite-user"
import { type App, createApp } from "@casepost/backend/app"
import { mails } from "@casepost/backend/delivery/tables"
import { unseal } from "@casepost/backend/secrets"
import { tokenHeader } from "@casepost/shared/request-headers"
import { desc, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { withPassword } from "../../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeUser, makeWorld } from "../../../support/make.ts"

let house: TestHouse
let app: App
beforeAll(async () => {
  house = await openTestHouse({ resend: { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined } })
  app = createApp(house)
})

const newAddress = () => `eva-${crypto.randomUUID()}@vdmbouw.example`

/** Invites an address and gives the path of the mailed link. */
async function invite(email: string): Promise<string> {
  const world = await makeWorld(house)
  await inviteUser(world.admin, { name: "Eva <Kok>", email, right: "standard", administrations: [] })
  return linkTo(email)
}

async function linkTo(email: string): Promise<string> {
  const [mail] = await house.database.owner.select().from(mails).where(eq(mails.address, email)).orderBy(desc(mails.id))
  const href = unseal(house.config.secret, (mail?.content?.button?.href ?? "").slice("sealed:".length))
  return new URL(href).pathname
}

const fill = (path: string, form: Record<string, string> = {}) =>
  app.request(path, { method: "POST", body: new URLSearchParams(form) })

const signIn = (email: string, password: string) =>
  app.request("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })

describe("does", () => {
  it("shows who invites where, and takes a name and a password, once", async () => {
    const email = newAddress()
    const path = await invite(email)
    const page = await (await app.request(path)).text()
    expect(page).toContain(email)
    expect(page).toContain("Eva &lt;Kok&gt;")
    const accepted = await fill(path, { name: "Eva Kok", password: "long-enough-1" })
    expect(accepted.status).toBe(200)
    expect((await signIn(email, "long-enough-1")).headers.get(tokenHeader)).toBeTruthy()
    expect((await fill(path, { name: "Eva Kok", password: "another-one-2" })).status).toBe(410)
  })
  it("asks no password of somebody who has one, and leaves it as it is", async () => {
    const theirs = await makeWorld(house)
    const user = await makeUser(house, theirs.organisationId)
    const email = user.actor.kind === "user" ? user.actor.email : ""
    const password = await withPassword(house, user)
    const path = await invite(email)
    expect(await (await app.request(path)).text()).not.toContain('type="password"')
    expect((await fill(path, { password: "something-else" })).status).toBe(200)
    expect((await signIn(email, password)).status).toBe(200)
    const rows = await house.database.owner
      .select()
      .from(memberships)
      .where(eq(memberships.userId, idOf(user)))
    expect(rows.map(row => row.invitedAt)).toEqual([null, null])
  })
})

describe("refuses", () => {
  it("a short password, keeping the name that was typed", async () => {
    const path = await invite(newAddress())
    const answer = await fill(path, { name: "Eva K.", password: "short" })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("At least 10 characters.")
    expect(page).toContain('value="Eva K."')
    expect(page).not.toContain('value="short"')
  })
  it("a link older than 7 days", async () => {
    const path = await invite(newAddress())
    house.setNow(new Date(Date.now() + 8 * 24 * 60 * 60 * 1000))
    expect((await app.request(path)).status).toBe(410)
    house.setNow(undefined)
  })
  it("the older of two links", async () => {
    const email = newAddress()
    const world = await makeWorld(house)
    const again = () => inviteUser(world.admin, { name: "Eva", email, right: "standard", administrations: [] })
    await again()
    const first = await linkTo(email)
    await again()
    expect((await app.request(first)).status).toBe(410)
    expect((await app.request(await linkTo(email))).status).toBe(200)
  })
  it("a token that is not its own", async () => {
    const path = await invite(newAddress())
    expect((await app.request(`${path.slice(0, -4)}AAAA`)).status).toBe(404)
    expect((await app.request("/join/nothing")).status).toBe(404)
  })
})

describe("protects", () => {
  it("uses nothing up by looking, as a mail scanner does", async () => {
    const path = await invite(newAddress())
    for (let times = 0; times < 3; times++) await app.request(path)
    expect(await findInvitation(house, path.slice("/join/".length))).toBeDefined()
  })
  it("sends the token nowhere: no referrer, no script, no cache, no line in the log", async () => {
    const path = await invite(newAddress())
    const { headers } = await app.request(path)
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("content-security-policy")).toContain("default-src 'none'")
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(JSON.stringify(house.logged)).not.toContain(path.slice("/join/".length))
  })
})

function idOf(context: { actor: { kind: string } }): string {
  return (context.actor as unknown as { userId: string }).userId
}
