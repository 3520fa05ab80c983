import { beforeEach, describe, expect, it } from "vitest"
import { keysOf, readCommands } from "../../../../extension/src/ui/keyboard/chrome-commands.ts"

let set: { name: string; description: string; shortcut: string }[]

/** Chrome, as far as it is asked here. */
beforeEach(() => {
  set = []
  Object.assign(globalThis, { chrome: { commands: { getAll: async () => set } } })
})

describe("does", () => {
  it("takes a shortcut apart as Windows and as a Mac write it", () => {
    expect(keysOf("Alt+Shift+M")).toEqual(["Alt", "Shift", "M"])
    expect(keysOf("⌥⇧M")).toEqual(["⌥", "⇧", "M"])
  })
  it("says what each does, in our own words where Chrome has none", async () => {
    set = [
      { name: "_execute_action", description: "", shortcut: "Alt+Shift+M" },
      { name: "later", description: "Something new", shortcut: "" },
    ]
    expect(await readCommands()).toEqual([
      { name: "_execute_action", does: "Open Casepost from the toolbar", keys: ["Alt", "Shift", "M"] },
      { name: "later", does: "Something new", keys: [] },
    ])
  })
})

describe("protects", () => {
  it("from naming a key that is not set, such as one another extension took first", () => {
    expect(keysOf("")).toEqual([])
  })
})
