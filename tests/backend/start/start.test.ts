import { mkdtempSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freePort } from "../../support/free-port.ts"
import { type RunningServer, refusedStart, startCommand } from "../../support/running-server.ts"

const folder = () => mkdtempSync(join(tmpdir(), "casepost-start-"))

describe("start", () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startCommand()
  })
  afterAll(() => server.kill())

  describe("does", () => {
    it("says where everything is and whom to sign in as", () => {
      const said = server.output()
      for (const words of [
        "/portal",
        "/docs",
        "/mailbox",
        "/demo",
        "Load unpacked",
        "admin@demo.example",
        "casepost-demo",
      ])
        expect(said).toContain(words)
    })
    it("answers, and is ready", async () => {
      expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ status: "ok", name: "Casepost" })
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
      for (const path of ["/mailbox", "/demo/invoices", "/portal", "/docs", "/openapi.json"])
        expect((await fetch(`${server.url}${path}`)).status, path).toBe(200)
    })
    it("goes on after being killed, without loading the demo twice", async () => {
      await server.kill()
      await server.restart()
      expect(server.output()).not.toContain("Loaded the demo")
      expect((await fetch(`${server.url}/demo/invoices/VF-2026-04183`)).status).toBe(200)
    })
    it("prints a one-time link where there is no organisation", async () => {
      const empty = await startCommand({ CASEPOST_DEMO: "off" })
      const link = /(http:\S+\/join\/\S+)/.exec(empty.output())?.[1] ?? ""
      expect((await fetch(link)).status).toBe(200)
      expect(await empty.stop()).toBe(0)
    })
  })
  describe("refuses", () => {
    it("a second start on the same data, naming the process that runs", async () => {
      const { code, output } = await refusedStart({ CASEPOST_DATA: server.data, PORT: String(await freePort()) })
      expect(code).toBe(1)
      expect(output).toMatch(/already running on .*: process \d+, http:\/\/localhost:\d+/)
    })
    it("a port that is in use", async () => {
      const taken = createServer().listen(0, "127.0.0.1")
      await new Promise(resolve => taken.once("listening", resolve))
      const address = taken.address()
      const port = typeof address === "object" && address ? address.port : 0
      const { code, output } = await refusedStart({ CASEPOST_DATA: folder(), PORT: String(port), CASEPOST_DEMO: "off" })
      expect(code).toBe(1)
      expect(output).toContain(`Port ${port} is in use.`)
      taken.close()
    })
    it("a data folder that is none", async () => {
      const file = join(folder(), "file")
      writeFileSync(file, "")
      const { code, output } = await refusedStart({ CASEPOST_DATA: file })
      expect(code).toBe(1)
      expect(output).toMatch(/data folder .* cannot be used/)
    })
    it("a database that does not answer", async () => {
      const port = await freePort()
      const { code, output } = await refusedStart({
        DATABASE_URL: `postgres://casepost:secret-word@127.0.0.1:${port}/casepost`,
        CASEPOST_SECRET: "s".repeat(40),
        CASEPOST_DATA: folder(),
      })
      expect(code).toBe(1)
      expect(output).toMatch(/database at 127\.0\.0\.1:\d+ cannot be used/)
      expect(output).not.toContain("secret-word")
    })
  })
})
