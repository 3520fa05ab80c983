import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { listed, root } from "./house-rules.ts"

describe("the trip of one message", () => {
  it("runs through the files that ARCHITECTURE.md names", () => {
    const files = listed("trip").map(line => /`([^`]+)`/.exec(line)?.[1] ?? line)
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
  })
})
