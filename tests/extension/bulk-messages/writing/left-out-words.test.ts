import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { describe, expect, test } from "vitest"
import { whyLeftOut } from "../../../../extension/src/bulk-messages/writing/left-out-words.ts"

const why = (of: Partial<BulkMessage>) => whyLeftOut({ missing: [], checks: {}, ...of } as BulkMessage)

describe("does", () => {
  test("names what is missing where nothing else leaves cases out", () => {
    const missing = [{ name: "contact.name" as const, cases: 1 }]
    expect(why({ total: 12, messages: 11, checks: { missing: 1, ready: 11 }, missing })).toBe(
      "Contact name is missing.",
    )
  })

  test("counts every reason where there are several", () => {
    const missing = [{ name: "contact.name" as const, cases: 2 }]
    expect(why({ total: 12, messages: 8, checks: { missing: 2, settled: 1, "taken-out": 1 }, missing })).toBe(
      "Contact name missing for 2, 1 settled, 1 taken out.",
    )
  })

  test("says nothing of suppressed addresses: their message stands in the portal", () => {
    expect(why({ total: 2, messages: 2, checks: { suppressed: 1, ready: 1 } })).toBe("")
  })
})
