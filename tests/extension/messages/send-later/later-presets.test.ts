import { describe, expect, it } from "vitest"
import { laterPresets } from "../../../../extension/src/messages/send-later/later-presets.ts"

const zone = "Europe/Amsterdam"

describe("does", () => {
  it("offers tomorrow, this afternoon and next Monday, as the picture does", () => {
    const presets = laterPresets(new Date("2026-11-23T13:36:00Z"), zone)
    expect(presets.map(({ name, day, at }) => [name, day, at.time])).toEqual([
      ["Tomorrow morning", "Tue 24 Nov", "09:00"],
      ["This afternoon", "Mon 23 Nov", "16:00"],
      ["Next Monday", "Mon 30 Nov", "09:00"],
    ])
  })
})

describe("refuses", () => {
  it("offers no afternoon that has passed, and no Monday that is tomorrow", () => {
    const sundayEvening = new Date("2026-11-22T18:00:00Z")
    expect(laterPresets(sundayEvening, zone).map(preset => preset.id)).toEqual(["tomorrow"])
  })
})
