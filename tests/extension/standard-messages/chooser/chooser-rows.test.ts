import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { describe, expect, test } from "vitest"
import {
  chooserRows,
  countOf,
  mostLastUsed,
  sectionsOf,
  withNames,
} from "../../../../extension/src/standard-messages/chooser/chooser-rows.ts"

function summary(description: string, values: Partial<StandardMessageSummary> = {}): StandardMessageSummary {
  return {
    id: description,
    administrationId: "nl",
    description,
    texts: [{ language: "en", subject: null, begins: "Dear {{contact.name}}, please pay" }],
    copies: 0,
    files: 0,
    attachInvoicePdf: false,
    uses: 0,
    lastUsedAt: null,
    archivedAt: null,
    updatedAt: "2026-11-01T09:00:00Z",
    ...values,
  }
}
const used = (day: number) => ({ lastUsedAt: `2026-11-${String(day).padStart(2, "0")}T09:00:00Z` })
const shown = (list: StandardMessageSummary[], typed = "") =>
  chooserRows(sectionsOf(list), typed).map(row => (row.kind === "group" ? `# ${row.name}` : row.of.description))

describe("does", () => {
  test("lists the last used first, then all others by their description, numbers as numbers", () => {
    const list = [summary("Text 10"), summary("Text 9"), summary("Reminder", used(3)), summary("Thanks", used(9))]
    expect(shown(list)).toEqual(["# Last used", "Thanks", "Reminder", "# All standard messages", "Text 9", "Text 10"])
  })
  test("keeps the last used to a few; who was used earlier stands among the others", () => {
    const list = Array.from({ length: mostLastUsed + 2 }, (_, place) => summary(`Text ${place}`, used(20 - place)))
    const { lastUsed, all } = sectionsOf(list)
    expect(lastUsed).toHaveLength(mostLastUsed)
    expect(all.map(one => one.description)).toEqual(["Text 5", "Text 6"])
  })
  test("finds every typed word in description, subject, text and the names of placeholders, without accents or case", () => {
    const list = [
      summary("Créance douteuse"),
      summary("Reminder", { texts: [{ language: "nl", subject: "Factuur staat nog open", begins: "Beste" }] }),
    ]
    expect(shown(list, "CREANCE pay")).toEqual(["# All standard messages", "Créance douteuse"])
    expect(shown(list, "open factuur")).toEqual(["# All standard messages", "Reminder"])
    expect(shown(list, "contact name")).toEqual(["# All standard messages", "Créance douteuse"])
  })
  test("puts what was named before what only says it, also before the last used", () => {
    const list = [summary("Thanks", used(9)), summary("Please hold"), summary("Reminder, pay please")]
    expect(shown(list, "please pay")).toEqual([
      "# All standard messages",
      "Reminder, pay please",
      "Thanks",
      "Please hold",
    ])
    expect(shown(list, "dear")).toEqual([
      "# Last used",
      "Thanks",
      "# All standard messages",
      "Please hold",
      "Reminder, pay please",
    ])
  })
  test("counts what it found and gives each its height under the one before", () => {
    const rows = chooserRows(sectionsOf([summary("One"), summary("Two", used(1))]), "")
    expect(countOf(rows)).toBe(2)
    expect(rows.map(row => row.top)).toEqual([0, 30, 74, 104])
  })
  test("names placeholders as people know them", () => {
    expect(withNames("Dear {{contact.name|customer}}, {{nobody.knows}}")).toBe("Dear {Contact name}, {{nobody.knows}}")
  })
})

describe("refuses", () => {
  test("to show a section of which nothing was found", () => {
    expect(shown([summary("One", used(1))], "zebra")).toEqual([])
    expect(countOf([])).toBe(0)
  })
})

describe("protects", () => {
  test("a keypress from the length of the list: 5,000 are searched in a small part of a frame's budget", () => {
    const list = Array.from({ length: 5_000 }, (_, place) => summary(`Text number ${place}`))
    const sections = sectionsOf(list)
    expect(countOf(chooserRows(sections, "number 49"))).toBeGreaterThan(100)
    // Drawn are only those in sight: each row knows its place without the others.
    const rows = chooserRows(sections, "")
    expect(rows.at(-1)).toMatchObject({ place: 4_999, top: 30 + 4_999 * 44 })
  })
})
