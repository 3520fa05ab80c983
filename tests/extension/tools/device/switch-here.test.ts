import { beforeEach, describe, expect, it } from "vitest"
import { changeLauncher, hideLauncher, readLaunchers } from "../../../../extension/src/tools/device/launchers.ts"
import { readOffHere } from "../../../../extension/src/tools/device/off-here.ts"
import { leaveOffHere, switchOffHere, switchOnHere } from "../../../../extension/src/tools/device/switch-here.ts"

const ledger = { id: "1", address: "https://app.grootboek.example/demo", on: true }
const mail = { id: "2", address: "https://app.grootboek.example/mail", on: true }
const other = { id: "3", address: "http://localhost:8787/demo", on: true }

let kept: Record<string, unknown>
let allowed: Set<string>
let asked: string[]
let told: unknown[]
let isGranted: boolean

/** Chrome itself, as far as it is asked here. */
beforeEach(() => {
  kept = {}
  allowed = new Set()
  asked = []
  told = []
  isGranted = true
  const local = {
    get: async (keys: string | string[]) => Object.fromEntries([keys].flat().map(key => [key, kept[key]])),
    set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
    remove: async (key: string) => void delete kept[key],
  }
  const permissions = {
    request: async ({ origins: [origin = ""] }: { origins: string[] }) => {
      asked.push(origin)
      if (isGranted) allowed.add(origin)
      return isGranted
    },
    remove: async ({ origins: [origin = ""] }: { origins: string[] }) => allowed.delete(origin),
  }
  const runtime = { sendMessage: async (message: unknown) => void told.push(message) }
  Object.assign(globalThis, { chrome: { storage: { local }, permissions, runtime } })
})

const isOff = async (id: string) => (await readOffHere([id])).has(id)

describe("does", () => {
  it("asks for the tool's own origin with its port, within the click, and tells the worker", async () => {
    const switching = switchOnHere(other)
    expect(asked).toEqual(["http://localhost:8787/*"])
    expect(await switching).toBe(true)
    expect(told).toEqual([{ kind: "tools-changed" }])
  })
  it("takes the permission back and remembers that it is off, until it is switched on again", async () => {
    await switchOnHere(ledger)
    await switchOffHere(ledger, [ledger, other])
    expect([...allowed]).toEqual([])
    expect(await isOff(ledger.id)).toBe(true)
    await switchOnHere(ledger)
    expect(await isOff(ledger.id)).toBe(false)
  })
  it("remembers that somebody does not want to be asked", async () => {
    await leaveOffHere(ledger)
    expect(await isOff(ledger.id)).toBe(true)
    expect(asked).toEqual([])
  })
  it("keeps two changes of launchers that are made at once", async () => {
    await Promise.all([
      hideLauncher(ledger.id),
      changeLauncher(mail.id, { top: 0.4 }),
      changeLauncher(ledger.id, { top: 0.2 }),
    ])
    expect(await readLaunchers()).toEqual({ 1: { hidden: true, top: 0.2 }, 2: { top: 0.4 } })
  })
})

describe("refuses", () => {
  it("to call it on where Chrome was not given the permission", async () => {
    isGranted = false
    expect(await switchOnHere(ledger)).toBe(false)
    expect(told).toEqual([])
  })
})

describe("protects", () => {
  it("the permission of another tool of the same origin that is on, and takes it once both are off", async () => {
    await switchOnHere(ledger)
    await switchOffHere(ledger, [ledger, mail])
    expect([...allowed]).toEqual(["https://app.grootboek.example/*"])
    await switchOffHere(mail, [ledger, mail])
    expect([...allowed]).toEqual([])
  })
})
