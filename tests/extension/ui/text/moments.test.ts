import { describe, expect, it } from "vitest"
import { agoInWords, dayName, momentBeside, momentInWords } from "../../../../extension/src/ui/text/moments.ts"

const now = new Date("2026-11-23T14:36:00")
const at = (local: string) => new Date(local).toISOString()

describe("does", () => {
  it("says the time today, the day before that, the year when it is another", () => {
    expect(momentInWords(at("2026-11-23T13:48:00"), now)).toBe("13:48")
    expect(momentInWords(at("2026-11-20T16:20:00"), now)).toBe("20 Nov, 16:20")
    expect(momentInWords(at("2025-11-20T16:20:00"), now)).toBe("20 Nov 2025, 16:20")
  })
  it("needs no day beside a moment of the same day", () => {
    expect(momentBeside(at("2026-11-12T10:31:00"), at("2026-11-12T09:14:00"), now)).toBe("10:31")
    expect(momentBeside(at("2026-11-13T10:31:00"), at("2026-11-12T09:14:00"), now)).toBe("13 Nov, 10:31")
  })
  it("counts what is past in the largest unit that tells", () => {
    expect(agoInWords(at("2026-11-23T14:35:40"), now)).toBe("just now")
    expect(agoInWords(at("2026-11-23T14:35:00"), now)).toBe("1 minute ago")
    expect(agoInWords(at("2026-11-23T11:00:00"), now)).toBe("3 hours ago")
    expect(agoInWords(at("2026-11-12T09:14:00"), now)).toBe("11 days ago")
  })
})

describe("protects", () => {
  it("calls a moment of the near future today, not a day that has no name", () => {
    expect(dayName(at("2026-11-23T23:59:00"), now)).toBe("Today")
    expect(dayName(at("2026-11-24T00:01:00"), now)).toBe("Today")
  })
})
