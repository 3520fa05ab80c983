import { messages } from "@casepost/backend/messages/tables"
import { and, eq, isNotNull } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signedInExtension } from "../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let caseQuery: string

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example")
  const [sent] = await running.house.database.owner
    .select({ kind: messages.caseKind, id: messages.caseId })
    .from(messages)
    .where(and(eq(messages.direction, "outgoing"), eq(messages.state, "left"), isNotNull(messages.authorUserId)))
  caseQuery = `kind=${sent?.kind}&id=${sent?.id}`
})
afterAll(() => running?.close())

/** What reaches beyond the right edge: of anything where it makes the page scroll, of controls also where they would be cut off. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reaches = [...document.body.querySelectorAll("button, a, input, h1, h2, [contenteditable]")].filter(
      element => {
        const { right, width } = element.getBoundingClientRect()
        return width > 1 && right > innerWidth + 1 && element.checkVisibility()
      },
    )
    const { scrollWidth } = document.documentElement
    return [
      ...(scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : []),
      ...reaches.map(
        element => `${element.tagName} ${element.textContent} reaches ${element.getBoundingClientRect().right}`,
      ),
    ]
  })
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first()
const pages = [
  ["the side panel", () => "sidepanel.html", button("Search cases")],
  ["a case", () => `tabs/compose.html?${caseQuery}`, button(/^Message/)],
  ["a message being written", () => `tabs/compose.html?${caseQuery}&write=1`, button(/^Send to customer/)],
  [
    "a note being written",
    () => `tabs/compose.html?${caseQuery}&write=1&as=note`,
    (page: Page) => page.getByText("Never visible to the customer").first(),
  ],
  ["an overview", () => "tabs/work.html#/invoices", button("Not delivered")],
  ["my settings", () => "options.html#/my-settings", (page: Page) => page.getByText("This device")],
  ["the import", () => "options.html#/import", (page: Page) => page.getByRole("radio").first()],
  ["the relations", () => "options.html#/relations", button("Add relation")],
] as const

describe.each([320, 260, 200])("at %d pixels", width => {
  describe("does", () => {
    test.each(pages)("show %s without scrolling sideways", async (name, path, ready) => {
      const { page } = await running.open(path(), { width, height: 700 })
      await ready(page).waitFor()
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/narrow-${width}-${name.replaceAll(" ", "-")}.png` })
      expect(await sideways(page)).toEqual([])
      await page.close()
    })
  })
})
