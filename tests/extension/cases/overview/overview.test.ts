import { sql } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addManyInvoices, barOf, expectReadable, matchingOf, numbersOf, rowsOf } from "../../../support/overviews.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>

beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
})
afterAll(() => running?.close())

async function openOverview(place = "invoices", height = 800): Promise<Page> {
  const { page } = await running.open(`tabs/work.html#/${place}`, { width: 1280, height })
  await rowsOf(page).first().waitFor()
  await matchingOf(page)
  return page
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.querySelector("td + td")?.textContent)

describe("does", () => {
  test("narrows by a filter, says how many of all fit, and keeps it when the page is loaded again", async () => {
    const page = await openOverview()
    const all = await matchingOf(page)
    await page.getByRole("button", { name: "Filter", exact: true }).click()
    await page.getByRole("menuitem", { name: "Days overdue" }).click()
    await page.getByRole("textbox", { name: "More than how many days overdue" }).fill("100")
    await page.keyboard.press("Enter")
    await page.getByText(new RegExp(`^[0-9,]+ of ${all.toLocaleString("en-GB")} invoices`)).waitFor()
    const fit = await matchingOf(page)
    expect(fit).toBeLessThan(all)
    expect(page.url()).toContain("overdue=100")
    await page.reload()
    await page.getByRole("button", { name: "Change the filter More than 100 days overdue" }).waitFor()
    expect(await matchingOf(page)).toBe(fit)
    await page.getByRole("button", { name: "Take away the filter More than 100 days overdue" }).click()
    await page.getByText(new RegExp(`^${all.toLocaleString("en-GB")} invoices`)).waitFor()
    await page.goBack()
    await page.getByRole("button", { name: "Change the filter More than 100 days overdue" }).waitFor()
    await page.close()
  })

  test("searches, and clears search and filters from where nothing was found", async () => {
    const page = await openOverview()
    await page.keyboard.press("/")
    await page.keyboard.type("VF-2026-04183")
    await page.getByText(/^1 of/).waitFor()
    await expect.poll(() => numbersOf(page)).toEqual(["VF-2026-04183"])
    await page.getByRole("button", { name: "Unread", exact: true }).click()
    await page.getByRole("searchbox").fill("nobody is called like this")
    await page.getByRole("button", { name: "Clear search and filters" }).click()
    await expect.poll(async () => (await numbersOf(page)).length).toBeGreaterThan(10)
    expect(await page.getByRole("searchbox").inputValue()).toBe("")
    await page.close()
  })

  test("sorts by the heads of its columns, and what is ticked stays ticked", async () => {
    const page = await openOverview()
    const [first = ""] = await numbersOf(page)
    await page.getByRole("checkbox", { name: `Select ${first}` }).check()
    const head = page.getByRole("columnheader", { name: "Sort by invoice" })
    await head.getByRole("button").click()
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending")
    await expect.poll(async () => (await numbersOf(page))[0]).not.toBe(first)
    const up = await numbersOf(page)
    expect(up).toEqual([...up].sort())
    await head.getByRole("button").click()
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending")
    await expect.poll(async () => (await numbersOf(page))[0]).not.toBe(up[0])
    await barOf(page).getByText("1 selected").waitFor()
    await page.getByRole("searchbox").fill(first)
    await page.getByText("1 no longer selected: the filter changed").waitFor()
    await page.getByRole("button", { name: "Undo" }).click()
    await barOf(page).getByText("1 selected").waitFor()
    await page.close()
  })

  test("ticks a range with Shift, all that is loaded, all that match, and lets one of those go", async () => {
    const page = await openOverview()
    const all = await matchingOf(page)
    await page
      .getByRole("checkbox", { name: /^Select VF|^Select BE|^Select VH/ })
      .nth(0)
      .click()
    await page
      .getByRole("checkbox", { name: /^Select VF|^Select BE|^Select VH/ })
      .nth(3)
      .click({ modifiers: ["Shift"] })
    await barOf(page).getByText("4 selected").waitFor()
    await page.getByRole("checkbox", { name: /that are loaded/ }).click()
    await barOf(page)
      .getByText(/^\d00 selected$/)
      .waitFor()
    await barOf(page)
      .getByRole("button", { name: /^Select all \d+ matching$/ })
      .click()
    await barOf(page).getByText("all matching filter").waitFor()
    await barOf(page).getByText("1 left out: do not message").waitFor()
    await barOf(page)
      .getByText(`${all - 1} selected`)
      .waitFor()
    await page
      .getByRole("checkbox", { name: /^Select VF/ })
      .first()
      .uncheck()
    await barOf(page)
      .getByText(`${all - 2} selected`)
      .waitFor()
    await page.close()
  })

  test("is used by keys alone: walks, ticks, opens, comes back to the row, clears", async () => {
    const page = await openOverview()
    const [first = "", second = "", third = ""] = await numbersOf(page)
    await page.keyboard.press("j")
    expect(await focused(page)).toBe(first)
    await page.keyboard.press("ArrowDown")
    await expect.poll(() => focused(page)).toBe(second)
    await page.keyboard.press("Space")
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await barOf(page).getByText("2 selected").waitFor()
    await page.keyboard.press("Enter")
    await page.getByRole("region", { name: "Case" }).getByRole("heading", { name: third, exact: true }).waitFor()
    expect(page.url()).toMatch(/#\/invoices\/[0-9a-f-]+$/)
    await page.keyboard.press("Escape")
    await expect.poll(() => focused(page)).toBe(third)
    await barOf(page).getByText("2 selected").waitFor()
    await page.keyboard.press("End")
    await expect.poll(() => focused(page)).not.toBe(third)
    await page.keyboard.press("Control+a")
    await page.keyboard.press("Control+a")
    await barOf(page).getByText("all matching filter").waitFor()
    await page.keyboard.press("Escape")
    await barOf(page).waitFor({ state: "detached" })
    await page.keyboard.press("?")
    await page.getByRole("dialog", { name: "Keys" }).getByText("Select up to here").waitFor()
    await page.close()
  })

  test("is readable for everybody: list, selection, question for a value, case beside it", async () => {
    // Few rows: every one is looked at for its contrast.
    const page = await openOverview("invoices?q=VF-2026-041", 460)
    await expectReadable(page)
    await rowsOf(page).nth(1).locator("input").check()
    await expectReadable(page)
    await page.getByRole("button", { name: "Filter", exact: true }).click()
    await page.getByRole("menuitem", { name: "Open amount" }).click()
    await page.getByRole("dialog", { name: "Open amount" }).waitFor()
    await expectReadable(page)
    await page.keyboard.press("Escape")
    await rowsOf(page).nth(2).click()
    await page.getByRole("region", { name: "Case" }).getByRole("button", { name: "Note" }).waitFor()
    await expectReadable(page)
    await page.close()
  })

  test("what changes meanwhile: a row where it stands, and others only once they are asked for", async () => {
    const page = await openOverview("invoices?overdue=120")
    // The page looks again every ten seconds: of its own clock.
    await page.clock.install()
    await page.reload()
    const before = await numbersOf(page)
    await rowsOf(page).nth(1).hover()
    await running.house.database.owner.execute(sql`update invoices set open_amount = 12.34 where number = ${before[2]}`)
    await running.house.database.owner.execute(
      sql`select casepost_refresh_case_rows(array(select id from invoices where number = ${before[2]}))`,
    )
    await page.clock.fastForward(10_000)
    await rowsOf(page).nth(2).getByText("€12.34").waitFor()
    await running.house.database.owner.execute(
      sql`update invoices set due_date = '2020-01-02' where number = ${before[3]}`,
    )
    await running.house.database.owner.execute(
      sql`select casepost_refresh_case_rows(array(select id from invoices where number = ${before[3]}))`,
    )
    await page.clock.fastForward(10_000)
    await page.getByText("The list has changed").waitFor()
    expect(await numbersOf(page)).toEqual(before)
    await page.getByRole("button", { name: "Show changes" }).click()
    await expect.poll(async () => (await numbersOf(page))[0]).toBe(before[3])
    await page.close()
  })
})

describe("refuses", () => {
  test("to tick a customer who is not to be messaged, and says so in the row", async () => {
    const page = await openOverview("customers?marked=marked")
    const row = rowsOf(page).first()
    await row.getByText("Do not message").waitFor()
    expect(await row.getByRole("checkbox").isDisabled()).toBe(true)
    await page.keyboard.press("Control+a")
    expect(await barOf(page).count()).toBe(0)
    await page.close()
  })

  test("a value that is none, beside its field", async () => {
    const page = await openOverview()
    await page.getByRole("button", { name: "Filter", exact: true }).click()
    await page.getByRole("menuitem", { name: "Open amount" }).click()
    await page.getByRole("textbox", { name: "From" }).fill("500")
    await page.getByRole("textbox", { name: "To", exact: true }).fill("100")
    await page.getByRole("button", { name: "Apply" }).click()
    await page.getByText("The second amount is below the first.").waitFor()
    await page.getByRole("textbox", { name: "To", exact: true }).fill("1.500,00")
    await page.getByRole("button", { name: "Apply" }).click()
    await page.getByRole("button", { name: "Change the filter Open from 500 to 1500.00" }).waitFor()
    await page.close()
  })
})

describe("protects", () => {
  test("from a lost connection: says what happened, and loads on a second try", async () => {
    const { page } = await running.open("tabs/work.html#/matters", { width: 1280, height: 800 })
    await rowsOf(page).first().waitFor()
    await page.route("**/cases/overview", route => route.abort())
    await page.getByRole("link", { name: "Customers" }).click()
    await page.getByText("The overview could not be loaded").waitFor()
    await page.unroute("**/cases/overview")
    await page.getByRole("button", { name: "Try again" }).click()
    await rowsOf(page).first().waitFor()
    await page.close()
  })

  test("the page from 20,000 rows: one scrolls through them, and only those in sight are drawn", async () => {
    await addManyInvoices(running.house, 20_000)
    const page = await openOverview("invoices?sort=number")
    expect(await matchingOf(page)).toBeGreaterThan(20_000)
    const loaded = () => page.locator("tbody").evaluate(body => Math.round(body.clientHeight / 42))
    let most = 0
    await expect
      .poll(async () => {
        await page.locator("tbody").evaluate(body => body.closest("div")?.scrollTo(0, body.scrollHeight))
        most = Math.max(most, await rowsOf(page).count())
        return loaded()
      })
      .toBeGreaterThan(2_000)
    expect(most).toBeGreaterThan(20)
    expect(most).toBeLessThan(90)
    // The row that has the focus stays drawn, and with it where the keys go on from.
    await page.keyboard.press("j")
    await page.locator("tbody").evaluate(body => body.closest("div")?.scrollTo(0, 42 * 1_500))
    await expect.poll(() => page.locator('tr[aria-rowindex="1510"]').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"))).toBe("2")
    await page.keyboard.press("ArrowDown")
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"))).toBe("3")
    expect(await rowsOf(page).count()).toBeLessThan(90)
    await page.close()
  })
})
