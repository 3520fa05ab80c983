import { memberships, users } from "@casepost/backend/access/tables"
import { invoices } from "@casepost/backend/cases/tables"
import type { House } from "@casepost/backend/context"
import { addNotification } from "@casepost/backend/notifications/add-notification"
import { notifications } from "@casepost/backend/notifications/tables"
import type { NotificationKind } from "@casepost/shared/notifications"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { violationsOf } from "../../support/axe.ts"
import { signedInExtension } from "../../support/signed-in-extension.ts"

const invoiceNumber = "VF-2026-04183"
const surfaces = [
  { path: "popup.html", size: { width: 420, height: 600 } },
  { path: "sidepanel.html", size: { width: 400, height: 900 } },
  { path: "tabs/compose.html", size: { width: 464, height: 800 } },
]

/** Tells Sanne something about the invoice, `minutes` ago. */
async function tell(house: House, kind: NotificationKind, { minutes = 0, ...detail }: Record<string, unknown> = {}) {
  const db = house.database.owner
  const [sanne] = await db
    .select({ userId: users.id, organisationId: memberships.organisationId })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.email, "sanne@demo.example"))
  const [invoice] = await db.select({ id: invoices.id }).from(invoices).where(eq(invoices.number, invoiceNumber))
  if (!sanne || !invoice) throw new Error("The demo has Sanne and her invoice.")
  const caseRef = { kind: "invoice", id: invoice.id }
  const at = new Date(Date.now() - Number(minutes) * 60_000)
  await addNotification(db, { ...sanne, kind, at, detail: { caseRef, ...detail } })
}

async function tellOfEverything(house: House) {
  const subject = "Payment reminder VF-2026-04183"
  const reason = "inkoop@jansen.example does not exist. Choose another."
  await tell(house, "mention", { by: "Joost Bakker", excerpt: "Could you call Peter about this one before Friday?" })
  await tell(house, "reply", { minutes: 12, subject })
  await tell(house, "delivery-failed", { minutes: 95, subject, address: "inkoop@jansen.example", reason })
  await tell(house, "note-not-delivered", {
    minutes: 1500,
    address: "info@smithoekstra.example",
    reason: "Mailbox full.",
  })
  await tell(house, "message-cancelled", { minutes: 1600, subject, reason: "customer-answered", draftId: "d-1" })
  await tell(house, "reminder-left-out", { minutes: 3000, address: "els@vdmbouw.example" })
}

async function openBell(page: Page) {
  await page.getByRole("button", { name: /^Notifications/ }).click()
  const list = page.getByRole("dialog", { name: "Notifications" })
  await list.waitFor()
  return list
}

describe.each(["light", "dark"] as const)("the bell, %s", scheme => {
  let running: Awaited<ReturnType<typeof signedInExtension>>
  beforeAll(async () => {
    running = await signedInExtension("sanne@demo.example", scheme)
  })
  afterAll(() => running?.close())
  beforeEach(() => running.house.database.owner.delete(notifications))

  describe("does", () => {
    test.each(surfaces)("says in $path what happened, readable for everybody", async ({ path, size }) => {
      await tellOfEverything(running.house)
      const { page, errors } = await running.open(path, size)
      await page.getByRole("button", { name: "Notifications, 6 unread" }).waitFor()
      const list = await openBell(page)
      const rows = list.getByRole("row")
      await expect.poll(() => rows.count()).toBe(6)
      const text = await rows.allInnerTexts()
      expect(text[0]).toContain(`Joost Bakker mentioned you in a note about ${invoiceNumber}`)
      expect(text[2]).toContain("Not delivered: Payment reminder VF-2026-04183 to inkoop@jansen.example")
      expect(text[4]).toContain("answered first")
      expect(await violationsOf(page)).toEqual([])
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${scheme}-${path.replace(/\W/g, "-")}.png` })
      expect(errors).toEqual([])
      await page.close()
    })

    test.each(surfaces)(
      "opens the case in $path by the keyboard alone, and has it read then",
      async ({ path, size }) => {
        await tellOfEverything(running.house)
        const { page } = await running.open(path, size)
        const bell = page.getByRole("button", { name: "Notifications, 6 unread" })
        await bell.waitFor()
        await bell.focus()
        await page.keyboard.press("Enter")
        const isOn = (place: number) =>
          page
            .getByRole("row")
            .nth(place)
            .evaluate(row => row === document.activeElement)
        await expect.poll(() => isOn(0)).toBe(true)
        await page.keyboard.press("ArrowDown")
        await expect.poll(() => isOn(1)).toBe(true)
        await page.keyboard.press("ArrowUp")
        await expect.poll(() => isOn(0)).toBe(true)
        await page.keyboard.press("Enter")
        await page.getByRole("dialog").waitFor({ state: "detached" })
        await page.getByRole("heading", { level: 1, name: invoiceNumber }).waitFor()
        await page.getByRole("button", { name: "Notifications, 5 unread" }).waitFor()
        await page.close()
      },
    )

    test("marks all as read, and keeps them", async () => {
      await tellOfEverything(running.house)
      const { page } = await running.open("sidepanel.html", { width: 400, height: 900 })
      const list = await openBell(page)
      await list.getByRole("button", { name: "Mark all as read" }).click()
      await page
        .getByRole("button", { name: "Notifications", exact: true, includeHidden: true })
        .waitFor({ state: "attached" })
      expect(await list.getByRole("row").count()).toBe(6)
      await page.close()
    })

    test("goes on where the first page ends", async () => {
      for (let minute = 0; minute < 25; minute++) await tell(running.house, "reply", { minutes: minute })
      const { page } = await running.open("sidepanel.html", { width: 400, height: 900 })
      const list = await openBell(page)
      await expect.poll(() => list.getByRole("row").count()).toBeGreaterThanOrEqual(20)
      await list.getByRole("row").last().scrollIntoViewIfNeeded()
      await expect.poll(() => list.getByRole("row").count()).toBe(25)
      await page.close()
    })

    test("says that there is nothing yet", async () => {
      const { page } = await running.open("popup.html", { width: 420, height: 600 })
      const list = await openBell(page)
      await list.getByText("Nothing yet").waitFor()
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${scheme}-empty.png` })
      await page.keyboard.press("Escape")
      await list.waitFor({ state: "detached" })
      await page.close()
    })
  })

  describe("refuses", () => {
    test("to hide that they could not be loaded, and loads them on the next try", async () => {
      await tellOfEverything(running.house)
      const { page } = await running.open("popup.html", { width: 420, height: 600 })
      await page.getByRole("button", { name: "Notifications, 6 unread" }).waitFor()
      await page.route("**/api/v1/notifications**", route =>
        route.fulfill({ status: 403, json: { code: "not-allowed", title: "", status: 403, detail: "Not now." } }),
      )
      await page.reload()
      const list = await openBell(page)
      await list.getByText("The notifications could not be loaded").waitFor()
      await page.unroute("**/api/v1/notifications**")
      await list.getByRole("button", { name: "Try again" }).click()
      await expect.poll(() => list.getByRole("row").count()).toBe(6)
      await page.close()
    })
  })

  describe("protects", () => {
    test("a note's words from being taken for markup", async () => {
      await tell(running.house, "mention", { by: "<img src=x onerror=alert(1)>", excerpt: "<script>alert(1)</script>" })
      const { page, errors } = await running.open("popup.html", { width: 420, height: 600 })
      const list = await openBell(page)
      await list.getByText("<script>alert(1)</script>").waitFor()
      expect(await list.locator("img, script").count()).toBe(0)
      expect(errors).toEqual([])
      await page.close()
    })
  })
})
