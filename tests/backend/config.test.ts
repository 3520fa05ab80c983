import { mkdtempSync, readFileSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import { describe, expect, it } from "vitest"

const data = () => mkdtempSync(join(tmpdir(), "casepost-config-"))

describe("readConfig", () => {
  describe("does", () => {
    it("needs nothing set", () => {
      const config = readConfig({ CASEPOST_DATA: data() })
      expect(config).toMatchObject({
        host: "127.0.0.1",
        port: 8787,
        publicUrl: "http://localhost:8787",
        worker: true,
        local: true,
        demo: true,
      })
    })
    it("makes a secret once, that only the owner may read", () => {
      const folder = data()
      const first = readConfig({ CASEPOST_DATA: folder }).secret
      expect(first.length).toBeGreaterThanOrEqual(43)
      expect(readConfig({ CASEPOST_DATA: folder }).secret).toBe(first)
      expect(readFileSync(join(folder, "secret"), "utf8")).toBe(first)
      expect(statSync(join(folder, "secret")).mode & 0o077).toBe(0)
    })
    it("loads no demo beside a Postgres unless told to", () => {
      const secret = "s".repeat(32)
      const url = { DATABASE_URL: "postgres://x", CASEPOST_SECRET: secret, CASEPOST_DATA: data() }
      expect(readConfig(url).demo).toBe(false)
      expect(readConfig({ ...url, CASEPOST_DEMO: "on" }).demo).toBe(true)
    })
  })
  describe("refuses", () => {
    it.each([
      [{ PORT: "99999" }, /PORT/],
      [{ PUBLIC_URL: "casepost" }, /PUBLIC_URL/],
      [{ PUBLIC_URL: "http://casepost.example" }, /https/],
      [{ DATABASE_URL: "postgres://x" }, /CASEPOST_SECRET is required/],
      [{ DATABASE_URL: "postgres://x", CASEPOST_SECRET: "short" }, /32 characters/],
      [{ S3_BUCKET: "b" }, /S3_REGION/],
    ])("%o in one sentence", (env, words) => {
      expect(() => readConfig({ CASEPOST_DATA: data(), ...env })).toThrow(words)
    })
    it.each([{ RESEND_API_KEY: "re_x" }, { HOST: "0.0.0.0" }, { PUBLIC_URL: "https://casepost.example" }])(
      "the demo where somebody else could reach it: %o",
      env => {
        expect(() => readConfig({ CASEPOST_DATA: data(), CASEPOST_DEMO: "on", ...env })).toThrow(
          /only works on this computer/,
        )
        expect(readConfig({ CASEPOST_DATA: data(), ...env })).toMatchObject({ local: false, demo: false })
      },
    )
  })
})
