import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import { withLocalMailbox } from "@casepost/backend/local-mailbox"
import { openHouse } from "@casepost/backend/open-house"
import { type Server, startServer } from "@casepost/backend/server"
import postgres from "postgres"
import { describe, expect, inject, it, onTestFinished } from "vitest"
import { signedIn } from "../support/ask.ts"
import { freePort } from "../support/free-port.ts"
import { openLonelyHouse } from "../support/house.ts"
import { makeWorld } from "../support/make.ts"

async function start(): Promise<Server> {
  const house = await openLonelyHouse({
    port: await freePort(),
    resend: { apiKey: "re_test", baseUrl: "http://127.0.0.1:9", webhookSecret: undefined },
  })
  const server = await startServer(house)
  onTestFinished(() => server.close().catch(() => {}))
  return server
}

describe("does", () => {
  it("serves, says that it is ready, and ends what is running before it closes", async () => {
    const server = await start()
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const running = fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "nobody@x.example", password: "not-the-password" }),
    })
    await new Promise(resolve => setTimeout(resolve, 20))
    await server.close()
    expect((await running).status).toBe(401)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })
  it("is its own provider on this computer, and has none elsewhere", () => {
    const data = mkdtempSync(join(tmpdir(), "casepost-server-"))
    const local = withLocalMailbox(readConfig({ CASEPOST_DATA: data, PORT: "8790" }))
    expect(local.resend).toMatchObject({ baseUrl: "http://127.0.0.1:8790/mailbox/resend" })
    expect(local.resend.apiKey).toMatch(/^re_\w{32}$/)
    const elsewhere = withLocalMailbox(readConfig({ CASEPOST_DATA: data, PUBLIC_URL: "https://casepost.example" }))
    expect(elsewhere.resend.apiKey).toBeUndefined()
  })
})

describe("protects", () => {
  it("comes back by itself after the database threw every connection out, in the middle of the work", async () => {
    const server = await start()
    const { admin } = await makeWorld(server.house)
    const authorization = await signedIn(server.house, admin)
    const answers = new Set<number>()
    let isDone = false
    const asking = Array.from({ length: 8 }, async () => {
      while (!isDone) answers.add((await fetch(`${server.url}/api/v1/users/me`, { headers: { authorization } })).status)
    })
    for (let times = 0; times < 5; times++) {
      await throwOut(server)
      await recovered(server)
    }
    isDone = true
    await Promise.all(asking)
    expect([...answers].filter(status => status !== 200 && status !== 503)).toEqual([])
    expect((await fetch(`${server.url}/api/v1/users/me`, { headers: { authorization } })).status).toBe(200)
  })
})

async function throwOut(server: Server): Promise<void> {
  const admin = postgres(`${inject("postgresUrl")}/postgres`, { max: 1, onnotice: () => {} })
  const database = new URL(server.house.database.url ?? "").pathname.slice(1)
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${database}`
  await admin.end()
}

async function recovered(server: Server): Promise<void> {
  for (let isWell = false; !isWell; ) {
    const answer = await fetch(`${server.url}/readyz`)
    const { dispatcher } = (await answer.json()) as { dispatcher: { state: string } }
    isWell = answer.status === 200 && dispatcher.state === "dispatching"
  }
}

describe("refuses", () => {
  it("a port that is in use, in one sentence that names it", async () => {
    const server = await start()
    const port = Number(new URL(server.url).port)
    const other = await openLonelyHouse({ port })
    await expect(startServer(other)).rejects.toThrow(
      `Port ${port} is in use. Stop what listens there, or set PORT to another number.`,
    )
  })
  it("a database that does not answer, without its password", async () => {
    const databaseUrl = `postgres://someone:hunter2@127.0.0.1:${await freePort()}/casepost`
    const config = readConfig({ DATABASE_URL: databaseUrl, CASEPOST_SECRET: "x".repeat(32) })
    const refusal = await openHouse(config, () => {}).catch(error => String(error.message))
    expect(refusal).toMatch(
      /^The database at 127\.0\.0\.1:\d+ cannot be used: .+\. Check DATABASE_URL and that it runs\.$/,
    )
    expect(refusal).not.toContain("hunter2")
  })
  it("a data folder that is none", async () => {
    const data = mkdtempSync(join(tmpdir(), "casepost-server-"))
    writeFileSync(join(data, "database"), "a file stands where the database should")
    const refusal = openHouse(readConfig({ CASEPOST_DATA: data }), () => {})
    await expect(refusal).rejects.toThrow(/^The data folder .+ cannot be used: .+Make it writable/)
  })
})
