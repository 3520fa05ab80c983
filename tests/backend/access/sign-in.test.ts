import { createHmac } from "node:crypto"
import { sessions } from "@casepost/backend/access/tables"
import { type App, createApp } from "@casepost/backend/app"
import type { Context } from "@casepost/backend/context"
import { mails } from "@casepost/backend/delivery/tables"
import { unseal } from "@casepost/backend/secrets"
import { deeds } from "@casepost/shared/access"
import { secondFactorHeader, tokenHeader } from "@casepost/shared/request-headers"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, withPassword } from "../../support/ask.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"

let house: TestHouse
let app: App
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

/** Posts to better-auth as the extension does, from a network address of its own so that no limit is shared. */
async function post(
  to: App,
  path: string,
  body: object,
  headers: Record<string, string> = {},
  from = `203.0.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}`,
): Promise<Response> {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json", origin: house.config.extensionOrigins[0] ?? "", ...headers },
    body: JSON.stringify(body),
  }
  return to.request(`/api/auth/${path}`, request, { incoming: { socket: { remoteAddress: from } } })
}

async function somebody(of = house): Promise<{ user: Context; email: string; password: string }> {
  const world = await makeWorld(of)
  const user = world.standard
  if (user.actor.kind !== "user") throw new Error("A user is a user.")
  return { user, email: user.actor.email, password: await withPassword(of, user) }
}

describe("does", () => {
  it("signs in with e-mail and password, and the token opens the API until signing out", async () => {
    const { email, password } = await somebody()
    const signedIn = await post(app, "sign-in/email", { email, password })
    expect(signedIn.status).toBe(200)
    const authorization = `Bearer ${signedIn.headers.get(tokenHeader)}`
    const me = await ask(app, deeds.getMe, { authorization })
    expect(me.body).toMatchObject({ email })
    expect((await post(app, "sign-out", {}, { authorization })).status).toBe(200)
    expect((await ask(app, deeds.getMe, { authorization })).status).toBe(401)
  })
  it("does the same on the embedded database", async () => {
    const embedded = await openEmbeddedHouse()
    const { email, password } = await somebody(embedded)
    const signedIn = await post(createApp(embedded), "sign-in/email", { email, password })
    const authorization = `Bearer ${signedIn.headers.get(tokenHeader)}`
    expect((await ask(createApp(embedded), deeds.getMe, { authorization })).status).toBe(200)
  })
  it("asks for the second factor where one is set, without any cookie", async () => {
    const { email, password } = await somebody()
    const first = await post(app, "sign-in/email", { email, password })
    const authorization = `Bearer ${first.headers.get(tokenHeader)}`
    const enabled = await post(app, "two-factor/enable", { password }, { authorization })
    const { totpURI } = (await enabled.json()) as { totpURI: string }
    const secret = new URL(totpURI).searchParams.get("secret") ?? ""
    await post(app, "two-factor/verify-totp", { code: codeFor(secret) }, { authorization })

    const half = await post(app, "sign-in/email", { email, password })
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true })
    expect(half.headers.get(tokenHeader)).toBeNull()
    const secondFactor = half.headers.get(secondFactorHeader) ?? ""
    const wrong = await post(app, "two-factor/verify-totp", { code: "000000" }, { [secondFactorHeader]: secondFactor })
    expect(wrong.status).toBe(401)
    const whole = await post(
      app,
      "two-factor/verify-totp",
      { code: codeFor(secret) },
      { [secondFactorHeader]: secondFactor },
    )
    expect(whole.headers.get(tokenHeader)).toBeTruthy()
  })
  it("mails a link to choose a new password, which works once and ends every session", async () => {
    const { email, password } = await somebody()
    const before = await post(app, "sign-in/email", { email, password })
    await post(app, "request-password-reset", { email })
    const [mail] = await house.database.owner.select().from(mails).where(eq(mails.address, email))
    expect(mail).toMatchObject({ kind: "system", organisationId: null, state: "queued" })
    const sealed = mail?.content?.button?.href ?? ""
    expect(sealed).toMatch(/^sealed:/)
    const link = new URL(unseal(house.config.secret, sealed.slice("sealed:".length)))
    expect(link.pathname).toBe("/reset")
    const token = link.searchParams.get("token") ?? ""
    const choose = (newPassword: string) =>
      app.request("/reset", { method: "POST", body: new URLSearchParams({ token, password: newPassword }) })
    expect((await choose("too-short")).status).toBe(422)
    expect((await choose("another-long-one")).status).toBe(200)
    expect((await choose("yet-another-one")).status).toBe(410)
    expect((await post(app, "sign-in/email", { email, password })).status).toBe(401)
    expect((await post(app, "sign-in/email", { email, password: "another-long-one" })).status).toBe(200)
    const authorization = `Bearer ${before.headers.get(tokenHeader)}`
    expect((await ask(app, deeds.getMe, { authorization })).status).toBe(401)
  })
})

describe("refuses", () => {
  it("a wrong password and an unknown address in the same words", async () => {
    const { email } = await somebody()
    const wrong = await post(app, "sign-in/email", { email, password: "not-the-password" })
    const unknown = await post(app, "sign-in/email", { email: "nobody@x.example", password: "not-the-password" })
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()])
  })
  it("signing up by oneself", async () => {
    const answer = await post(app, "sign-up/email", { email: "me@x.example", password: "long-enough-1", name: "Me" })
    expect(answer.ok).toBe(false)
  })
  it("a page of somebody else asking with its own origin", async () => {
    const { email, password } = await somebody()
    const headers = { origin: "https://evil.example", cookie: "anything=1", "sec-fetch-site": "cross-site" }
    const answer = await post(app, "sign-in/email", { email, password }, headers)
    expect(answer.headers.get("access-control-allow-origin")).toBeNull()
  })
  it("trying passwords for ever, at whatever addresses", async () => {
    const guess = (tries: number) =>
      post(app, "sign-in/email", { email: `guess-${tries}@x.example`, password: "a-wrong-guess" }, {}, "198.51.100.7")
    for (let tries = 0; tries < 20; tries++) expect((await guess(tries)).status).toBe(401)
    const last = await guess(20)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0)
  })
  it("trying one person's passwords from ever new networks", async () => {
    const { email, password } = await somebody()
    const guess = (tries: number) =>
      post(app, "sign-in/email", { email, password: "a-wrong-guess" }, {}, `198.51.100.${tries}`)
    for (let tries = 0; tries < 15; tries++) expect((await guess(100 + tries)).status).toBe(401)
    const last = await guess(200)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0)
    const other = await somebody()
    expect((await post(app, "sign-in/email", other, {}, "198.51.100.201")).status).toBe(200)
    expect((await post(app, "sign-in/email", { email, password }, {}, "198.51.100.202")).status).toBe(429)
  })
})

describe("protects", () => {
  it("neither sets a cookie nor takes one for a session", async () => {
    const { email, password } = await somebody()
    const answer = await post(app, "sign-in/email", { email, password })
    expect(answer.headers.getSetCookie()).toEqual([])
    const token = encodeURIComponent(answer.headers.get(tokenHeader) ?? "")
    const me = await ask(app, deeds.getMe, { cookie: `better-auth.session_token=${token}` })
    expect(me.status).toBe(401)
  })
  it("keeps tokens, passwords and addresses out of the log", async () => {
    const { email, password } = await somebody()
    const answer = await post(app, "sign-in/email", { email, password })
    await ask(app, deeds.getMe, { authorization: `Bearer ${answer.headers.get(tokenHeader)}` })
    await app.request("/reset?token=very-secret-token")
    const written = JSON.stringify(house.logged)
    for (const secret of [email, password, answer.headers.get(tokenHeader) ?? "?", "very-secret-token"])
      expect(written).not.toContain(secret)
  })
  it("says who was asked for a new password to nobody", async () => {
    const { email } = await somebody()
    const [known, unknown] = [
      await post(app, "request-password-reset", { email }),
      await post(app, "request-password-reset", { email: "nobody@x.example" }),
    ]
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()])
  })
  it("starts a session in the database only", async () => {
    const { user, email, password } = await somebody()
    await post(app, "sign-in/email", { email, password })
    const userId = user.actor.kind === "user" ? user.actor.userId : ""
    const rows = await house.database.owner.select().from(sessions).where(eq(sessions.userId, userId))
    expect(rows).toHaveLength(1)
  })
})

/** The code an authenticator app shows now (RFC 6238: SHA-1, 6 digits, 30 seconds; the secret in base32). */
function codeFor(secret: string): string {
  const bits = [...secret.replace(/=+$/, "")]
    .map(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("")
  const key = Buffer.from(bits.match(/.{8}/g)?.map(byte => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac("sha1", key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}
