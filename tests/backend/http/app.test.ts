import { createApp } from "@casepost/backend/app"
import { deeds } from "@casepost/shared/access"
import { problems } from "@casepost/shared/problems"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { openLonelyHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

const extension = "chrome-extension://bmhlaeejpdmafdgficalmopcdknlhedb"

describe("does", () => {
  it("says that it lives, and that it is ready", async () => {
    const app = createApp(house, { dispatcherHealth: () => ({ state: "paused", reason: "The provider is down." }) })
    expect(await (await app.request("/healthz")).json()).toEqual({ status: "ok", name: "Casepost", version: "0.1.0" })
    const ready = await app.request("/readyz")
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ dispatcher: { reason: "The provider is down." } })
  })
  it("documents every deed it serves, with its answers and refusals, in OpenAPI 3.1", async () => {
    const app = createApp(house)
    const document = (await (await app.request("/openapi.json")).json()) as Document
    expect(document.openapi).toMatch(/^3\.1/)
    const operations = Object.values(document.paths).flatMap(at => Object.values(at))
    const documented = operations.map(one => one.operationId)
    expect(documented).toEqual(expect.arrayContaining(["signIn", "signOut", "getReadiness", "receiveProviderEvent"]))
    expect(new Set(documented).size).toBe(documented.length)
    for (const deed of app.deeds) {
      const one = operations.find(operation => operation.operationId === deed.id)
      if (!one) throw new Error(`${deed.id} is not documented.`)
      expect(one.summary, deed.id).toBeTruthy()
      expect(Object.keys(one.responses).some(status => status.startsWith("2"))).toBe(true)
      expect(one.responses["401"]?.content).toHaveProperty("application/problem+json")
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(["bearer", "portalSession"])
    const page = await (await app.request("/docs")).text()
    for (const deed of app.deeds) expect(page).toContain(`id="${deed.id}"`)
  })
  it("lets the extension's pages read its answers, tokens and waits", async () => {
    const answer = await createApp(house).request("/healthz", { headers: { origin: extension } })
    expect(answer.headers.get("access-control-allow-origin")).toBe(extension)
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/set-auth-token.*retry-after/)
    const preflight = await createApp(house).request("/api/v1/users/me", {
      method: "OPTIONS",
      headers: {
        origin: extension,
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization,casepost-organisation,idempotency-key",
      },
    })
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH")
    expect(preflight.headers.get("access-control-allow-headers")).toContain("casepost-organisation")
  })
  it("shows nothing behind a shared link, and says how the extension opens it", async () => {
    const answer = await createApp(house).request("/open/invoice/01a20049-a27a-74b6-b0f1-c3e9e4d4c111")
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain("click the Casepost icon")
    expect(page).not.toContain("chrome-extension:")
  })
})

describe("refuses", () => {
  it("what is nowhere, what is no JSON and what is too large, all as problem documents", async () => {
    const app = createApp(house)
    const world = await makeWorld(house)
    const authorization = await signedIn(house, world.admin)
    const send = (body: string, type = "application/json") =>
      app.request("/api/v1/users", { method: "POST", headers: { authorization, "content-type": type }, body })
    const refusals = {
      "not-found": await app.request("/api/v1/nothing"),
      malformed: await send("{"),
      invalid: await send("{}"),
      "unsupported-media-type": await send("name=x", "text/plain"),
      "too-large": await send(JSON.stringify({ name: "x".repeat(2_000_000) })),
    } as const
    for (const [code, answer] of Object.entries(refusals)) {
      expect(answer.headers.get("content-type"), code).toBe("application/problem+json")
      const body = (await answer.json()) as Record<string, unknown>
      expect(body).toMatchObject({ code, status: problems[code as keyof typeof problems].status })
      expect(body.requestId, code).toBe(answer.headers.get("x-request-id"))
    }
  })
  it.each([
    ["/reset", 400],
    ["/portal", 422],
    ["/portal/m/x.y", 422],
  ])("a form at %s that ended half-way, and does not call it a bug of its own", async (path, status) => {
    const headers = { "content-type": "multipart/form-data; boundary=x" }
    const answer = await createApp(house).request(path, { method: "POST", headers, body: "--x\r\nHalf of it" })
    expect(answer.status).toBe(status)
  })
  it("more than a form at the portal's doors; a reply with files may be larger", async () => {
    const send = (path: string) =>
      createApp(house).request(path, { method: "POST", body: new URLSearchParams({ text: "x".repeat(2_000_000) }) })
    expect((await send("/portal/language")).status).toBe(413)
    expect((await send("/portal/m/x.y")).status).toBe(413)
    expect((await send("/portal/conversations/invoice/x/replies")).status).toBe(401)
  })
  it("names every field that is not right at once, in words", async () => {
    const world = await makeWorld(house)
    const answer = await ask(createApp(house), deeds.inviteUser, {
      authorization: await signedIn(house, world.admin),
      body: { name: "Two\r\nlines", email: "nowhere" } as never,
    })
    expect(answer.status).toBe(422)
    const { fields } = answer.body as { fields: { path: string; detail: string }[] }
    expect(fields.map(field => field.path)).toEqual(["name", "email", "right"])
    expect(fields.every(field => !field.detail.includes("undefined"))).toBe(true)
  })
  it("an id that cannot exist like one that does not", async () => {
    const world = await makeWorld(house)
    const authorization = await signedIn(house, world.admin)
    const ask404 = async (id: string) => {
      const { status, body } = await ask(createApp(house), deeds.revokeApiKey, { authorization, params: { id } })
      return [status, { ...(body as object), requestId: undefined }]
    }
    expect(await ask404("not-a-uuid")).toEqual(await ask404("00000000-0000-7000-8000-000000000000"))
  })
})

describe("protects", () => {
  it("asks who is there before it looks at what was sent", async () => {
    const body = JSON.stringify({ nonsense: true })
    const headers = { "content-type": "application/json" }
    const answer = await createApp(house).request("/api/v1/users", { method: "POST", headers, body })
    expect(answer.status).toBe(401)
  })
  it("gives no other origin a CORS header", async () => {
    const answer = await createApp(house).request("/healthz", { headers: { origin: "https://evil.example" } })
    expect(answer.headers.get("access-control-allow-origin")).toBeNull()
  })
  it.each(["/healthz", "/docs", "/reset", "/join/x", "/nothing", "/api/v1/users/me", "/portal"])(
    "answers %s without sniffing, framing or referrer",
    async path => {
      const { headers } = await createApp(house).request(path)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
      expect(headers.get("content-security-policy")).toContain("default-src 'none'")
    },
  )
  it("serves mailbox and demo tool to requests that name this computer, and nowhere else", async () => {
    const mailbox = { fetch: () => new Response("mail") }
    const here = createApp({ ...house, config: { ...house.config, local: true, demo: true } }, { mailbox })
    expect((await here.request("http://localhost:8787/mailbox")).status).toBe(200)
    expect((await here.request("http://evil.example/mailbox")).status).toBe(404)
    expect((await here.request("http://evil.example/demo")).status).toBe(404)
    const there = createApp({ ...house, config: { ...house.config, local: false, demo: true } }, { mailbox })
    expect((await there.request("http://localhost:8787/mailbox")).status).toBe(404)
    expect((await there.request("http://localhost:8787/demo")).status).toBe(404)
  })
  it("answers a database that is gone with 503 and a time to try again, and says in the log nothing of the request", async () => {
    const lonely = await openLonelyHouse()
    const world = await makeWorld(lonely)
    const authorization = await signedIn(lonely, world.admin)
    const app = createApp(lonely)
    await lonely.database.close()
    const answer = await ask(app, deeds.listUsers, { authorization })
    expect(codeOf(answer)).toBe("unavailable")
    const signingIn = await app.request("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "info@jansen.example", password: "long-enough-1" }),
    })
    expect(signingIn.status).toBe(503)
    expect(JSON.stringify(lonely.logged)).not.toMatch(/jansen|long-enough|Bearer/)
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await app.request("/readyz")).status).toBe(503)
    expect((await app.request("/healthz")).status).toBe(200)
  })
  it("keeps what a bug was about out of answer and log", async () => {
    const world = await makeWorld(house)
    const broken = { ...house, now: () => new Date(Number.NaN) }
    const answer = await ask(createApp(broken), deeds.listUsers, {
      authorization: await signedIn(house, world.admin),
    })
    expect(codeOf(answer)).toBe("bug")
    await house.database.owner.execute(sql`select 1`)
    expect(JSON.stringify(answer.body)).not.toMatch(/RangeError|select|invalid time/i)
    expect(house.logged).toContainEqual(expect.objectContaining({ what: "bug", level: "error" }))
  })
})

type Document = {
  openapi: string
  paths: Record<
    string,
    Record<string, { operationId: string; summary?: string; responses: Record<string, { content?: object }> }>
  >
  components: { securitySchemes: object }
}
