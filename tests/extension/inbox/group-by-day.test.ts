import type { Conversation } from "@casepost/shared/inbox"
import { describe, expect, it } from "vitest"
import { groupByDay } from "../../../extension/src/inbox/group-by-day.ts"

const now = new Date("2026-11-23T14:36:00")

function conversation(at: string, unread = 0): Conversation {
  return { at: new Date(at).toISOString(), unread } as Conversation
}
const names = (conversations: Conversation[], sort: Parameters<typeof groupByDay>[1] = "newest") =>
  groupByDay(conversations, sort, now).map(group => [group.name, group.conversations.length])

describe("does", () => {
  it("puts conversations under their day: today, yesterday, the weekday, the date", () => {
    expect(
      names([
        conversation("2026-11-23T13:48:00"),
        conversation("2026-11-23T09:41:00"),
        conversation("2026-11-22T10:00:00"),
        conversation("2026-11-20T17:22:00"),
        conversation("2026-11-02T08:30:00"),
        conversation("2025-12-30T08:30:00"),
      ]),
    ).toEqual([
      ["Today", 2],
      ["Yesterday", 1],
      ["Friday", 1],
      ["2 Nov", 1],
      ["30 Dec 2025", 1],
    ])
  })
  it("says which ones are unread where those come first", () => {
    expect(
      names([conversation("2026-11-20T17:22:00", 1), conversation("2026-11-23T13:48:00")], "unread-first"),
    ).toEqual([
      ["Unread · Friday", 1],
      ["Read · Today", 1],
    ])
  })
})

describe("refuses", () => {
  it("makes no group of nothing", () => {
    expect(names([])).toEqual([])
  })
})
