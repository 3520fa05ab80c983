import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { barOf, expectReadable, matchingOf, numbersOf, rowsOf } from "../../../support/overviews.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

type Running = Awaited<ReturnType<typeof signedInExtension>>
const wide = { width: 1280, height: 800 }
/** Few rows in sight: every one is looked at for its contrast. */
const low = { width: 1280, height: 420 }

async function openWork(running: Running, place: string, size = wide) {
  const opened = await running.open(`tabs/work.html#/${place}`, size)
  await rowsOf(opened.page).first().waitFor()
  return opened
}

/** The page that the extension opened by itself at a place of the full tab. */
async function openedAt(running: Running, place: RegExp) {
  await expect.poll(() => running.context.pages().some(page => place.test(page.url()))).toBe(true)
  const found = running.context.pages().find(page => place.test(page.url()))
  if (!found) throw new Error("It has gone again.")
  return found
}

describe("the full tab of somebody who may send", () => {
  let running: Running
  beforeAll(async () => {
    running = await signedInExtension("sanne@demo.example")
  })
  afterAll(() => running?.close())

  describe("does", () => {
    test("sends all that match but one: the bulk message is about the rest", async () => {
      const { page, errors } = await openWork(running, "invoices?overdue=100")
      const fit = await matchingOf(page)
      await page.keyboard.press("j")
      await page.keyboard.press("Control+a")
      await page.keyboard.press("Control+a")
      await page.keyboard.press("x")
      await barOf(page).getByText("all matching filter").waitFor()
      const selected = Number((await barOf(page).getByRole("status").textContent())?.split(" ")[0])
      expect(selected).toBeGreaterThan(fit - 3)
      expect(selected).toBeLessThan(fit)
      await barOf(page).getByRole("button", { name: "Send messages" }).click()
      await page.waitForURL(/#\/bulk\/[0-9a-f-]+$/)
      await page.getByRole("heading", { name: "Send messages" }).waitFor()
      await page
        .getByText(new RegExp(`\\b${fit - 1}\\b`))
        .first()
        .waitFor()
      await page.goBack()
      await barOf(page).getByText(`${selected} selected`).waitFor()
      expect(errors).toEqual([])
      await page.close()
    })

    test("sends to what was ticked one by one, from the customers too", async () => {
      const { page } = await openWork(running, "customers")
      await rowsOf(page).nth(0).getByRole("checkbox").check()
      await rowsOf(page).nth(2).getByRole("checkbox").check()
      await barOf(page).getByRole("button", { name: "Send messages" }).click()
      await page.waitForURL(/#\/bulk\/[0-9a-f-]+$/)
      await page.getByText(/\b2\b/).first().waitFor()
      await page.close()
    })

    test("goes from part to part and back, and finds each as it was left", async () => {
      const { page } = await openWork(running, "invoices", low)
      const parts = page.getByRole("navigation", { name: "Parts of Casepost" })
      await page.getByRole("button", { name: "Not delivered", exact: true }).click()
      await page.waitForURL(/failed=1/)
      await parts.getByRole("link", { name: "Matters" }).click()
      await page.getByRole("heading", { name: "Matters", exact: true }).waitFor()
      expect(await parts.getByRole("link", { name: "Matters" }).getAttribute("aria-current")).toBe("page")
      await parts.getByRole("link", { name: /^Inbox/ }).click()
      await page.getByText("No conversation open").waitFor()
      await expectReadable(page)
      await page
        .getByRole("button", { name: /Jansen & Zonen/ })
        .first()
        .click()
      await page.getByRole("region", { name: "Case" }).getByRole("heading", { level: 1 }).waitFor()
      await expectReadable(page)
      await parts.getByRole("link", { name: "Invoices" }).click()
      await page.waitForURL(/#\/invoices\?failed=1$/)
      await page.goBack()
      await page.getByRole("region", { name: "Case" }).waitFor()
      await page.close()
    })

    test("opens a case beside the list, writes about it, and comes back to the place it was scrolled to", async () => {
      const { page } = await openWork(running, "invoices")
      await page.locator("tbody").evaluate(body => body.closest("div")?.scrollTo(0, 42 * 60))
      await expect.poll(async () => (await numbersOf(page)).length).toBeGreaterThan(20)
      const row = page.locator('tr[aria-rowindex="68"]')
      const number = (await row.locator("td").nth(1).textContent()) ?? ""
      await row.click()
      const beside = page.getByRole("region", { name: "Case" })
      await beside.getByRole("heading", { name: number, exact: true }).waitFor()
      await page.keyboard.press("m")
      await beside.getByRole("button", { name: /^Send to customer/ }).waitFor()
      await page.keyboard.press("Escape")
      await beside.getByRole("button", { name: /^Message/ }).waitFor()
      await beside.getByRole("button", { name: "Back to the list" }).click()
      await beside.waitFor({ state: "detached" })
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"))).toBe("68")
      expect(await page.locator("tbody").evaluate(body => body.closest("div")?.scrollTop)).toBe(42 * 60)
      await page.getByRole("link", { name: "Customers" }).click()
      await page.getByRole("heading", { name: "Customers", exact: true }).waitFor()
      await page.goBack()
      await expect.poll(() => page.locator("tbody").evaluate(body => body.closest("div")?.scrollTop)).toBe(42 * 60)
      await page.close()
    })

    test("is led to from the side panel, with the filter; sending from there opens the bulk message in it", async () => {
      const { page } = await running.open("sidepanel.html", { width: 464, height: 520 })
      await page.getByRole("tab", { name: "Overviews" }).click()
      await rowsOf(page).first().waitFor()
      await expectReadable(page)
      await page.getByRole("button", { name: "Unread", exact: true }).click()
      await page.getByText(/^\d+ of \d+ invoices/).waitFor()
      await page.getByRole("button", { name: "Open in full tab" }).click()
      const full = await openedAt(running, /work\.html#\/invoices\?unread=1$/)
      await rowsOf(full).first().waitFor()
      await rowsOf(page).first().getByRole("checkbox").check()
      await barOf(page).getByRole("button", { name: "Send messages" }).click()
      // The same tab, not another one.
      await full.waitForURL(/#\/bulk\/[0-9a-f-]+$/)
      await full.getByRole("heading", { name: "Send messages" }).waitFor()
      await rowsOf(page).first().click()
      await page.getByRole("tab", { name: "Case", selected: true }).waitFor()
      await page.getByRole("tab", { name: "Overviews" }).click()
      await barOf(page).getByText("1 selected").waitFor()
      await full.close()
      await page.close()
    })
  })

  describe("protects", () => {
    test("the selection when sending is refused, and says why", async () => {
      const { page } = await openWork(running, "invoices")
      await rowsOf(page).nth(0).getByRole("checkbox").check()
      await page.route("**/bulk-messages/preview", route => route.abort())
      await barOf(page).getByRole("button", { name: "Send messages" }).click()
      await barOf(page).getByText("The connection dropped").waitFor()
      await barOf(page).getByText("1 selected").waitFor()
      await page.unroute("**/bulk-messages/preview")
      await barOf(page).getByRole("button", { name: "Send messages" }).click()
      await page.waitForURL(/#\/bulk\/[0-9a-f-]+$/)
      await page.close()
    })
  })
})

describe("the full tab of somebody who may only read", () => {
  let running: Running
  beforeAll(async () => {
    running = await signedInExtension("rick@demo.example", "dark")
  })
  afterAll(() => running?.close())

  describe("refuses", () => {
    test("to send: the rows cannot be ticked, and the button says why", async () => {
      const { page } = await openWork(running, "invoices")
      const send = page.getByRole("button", { name: "Send messages" })
      expect(await send.getAttribute("aria-disabled")).toBe("true")
      await send.click({ force: true })
      await page.mouse.move(0, 0)
      await send.hover({ force: true })
      await page.getByRole("tooltip", { name: /You may read here, but not send messages/ }).waitFor()
      expect(await rowsOf(page).first().getByRole("checkbox").isDisabled()).toBe(true)
      await page.keyboard.press("Control+a")
      expect(await barOf(page).count()).toBe(0)
      expect(page.url()).toMatch(/#\/invoices$/)
      await page.close()
    })
  })

  describe("does", () => {
    test("shows every overview, readable for everybody in the dark", async () => {
      const { page, errors } = await openWork(running, "customers?q=jansen", low)
      await expectReadable(page)
      await page.getByRole("link", { name: "Matters" }).click()
      await page.getByRole("heading", { name: "Matters", exact: true }).waitFor()
      await rowsOf(page).first().click()
      await page.getByRole("region", { name: "Case" }).getByRole("button", { name: "Note" }).waitFor()
      await expectReadable(page)
      expect(errors).toEqual([])
      await page.close()
    })
  })
})
