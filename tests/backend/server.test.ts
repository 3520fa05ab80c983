import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import { withLocalMailbox } from "@casepost/backend/local-mailbox"
import { openHouse } from "@casepost/backend/open-house"
import { type Server, startServer } from "@casepost/backend/server"
import { describe, expect, it, onTestFinished } from "vitest"
import { openLonelyHouse } from "../support/house.ts"
import { freePort } from "../support/one-postgres.ts"

async function start(): Promise<Server> {
  const house = await openLonelyHouse({ port: await freePort() })
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
