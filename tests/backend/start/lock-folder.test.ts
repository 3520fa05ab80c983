import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { lockFolder } from "@casepost/backend/start/lock-folder"
import { describe, expect, it } from "vitest"

const folderOf = () => mkdtempSync(join(tmpdir(), "casepost-lock-"))
const program = join(import.meta.dirname, "../../../backend/src/start/lock-folder.ts")

/** A process that holds a folder until it is killed. */
async function holder(folder: string) {
  const script = `import(${JSON.stringify(program)}).then(m => { m.lockFolder(${JSON.stringify(folder)}, "http://other"); console.log("held"); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] })
  await new Promise(resolve => child.stdout.once("data", resolve))
  return child
}

describe("lockFolder", () => {
  describe("does", () => {
    it("takes a folder that nobody has, and gives it back", () => {
      const folder = folderOf()
      const giveBack = lockFolder(folder, "http://here")
      expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ pid: process.pid })
      giveBack()
      expect(existsSync(join(folder, "lock"))).toBe(false)
    })
    it("takes over the lock of a process that was killed", async () => {
      const folder = folderOf()
      const child = await holder(folder)
      child.kill("SIGKILL")
      await new Promise(resolve => child.once("exit", resolve))
      lockFolder(folder, "http://here")()
    })
    it("takes over a lock whose number now belongs to another process", () => {
      const folder = folderOf()
      writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 1, started: "another-boot:12", address: "" }))
      lockFolder(folder, "http://here")()
    })
    it("takes over a lock that was written half", () => {
      const folder = folderOf()
      writeFileSync(join(folder, "lock"), '{"pi')
      lockFolder(folder, "http://here")()
    })
  })
  describe("refuses", () => {
    it("a folder that another process has, naming that process", async () => {
      const folder = folderOf()
      const child = await holder(folder)
      expect(() => lockFolder(folder, "http://here")).toThrow(`process ${child.pid}, http://other`)
      child.kill("SIGKILL")
    })
    it("a place that is no folder, in one sentence", () => {
      const file = join(folderOf(), "file")
      writeFileSync(file, "")
      expect(() => lockFolder(file, "http://here")).toThrow(/cannot be used.*CASEPOST_DATA/)
    })
  })
  describe("protects", () => {
    it("the lock of the one who took over in between", async () => {
      const folder = folderOf()
      const giveBack = lockFolder(folder, "http://first")
      expect(() => lockFolder(folder, "http://second")).toThrow("already running")
      expect(existsSync(join(folder, "lock"))).toBe(true)
      giveBack()
    })
  })
})
