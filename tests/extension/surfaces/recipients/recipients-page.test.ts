import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { administrationRights, memberships, users } from "@casepost/backend/access/tables"
import { contacts } from "@casepost/backend/cases/tables"
import { suppressions } from "@casepost/backend/delivery/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import { tools } from "@casepost/backend/tools/tables"
import { and, eq, isNotNull, notLike } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { findPicker, pickerIn, pressMark, waitForMark } from "../../../support/mail-fields.ts"
import { type MailPages, serveMailPages } from "../../../support/mail-pages.ts"
import { readToolsAgain, signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let mail: MailPages
let page: Page
/** The demo's administrations by the beginning of their names. */
let places: (typeof administrations.$inferSelect)[]
let tool: typeof tools.$inferSelect

const owner = () => running.house.database.owner

beforeAll(async () => {
  mail = await serveMailPages()
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"] })
  places = await owner().select().from(administrations)
  const { organisationId = "" } = places[0] ?? {}
  const of = { organisationId, name: "Mail", address: mail.origin, readsCases: false, marksFields: true }
  const [made] = await owner().insert(tools).values(of).returning()
  if (!made) throw new Error("No tool was made.")
  tool = made
  await readToolsAgain(running)
}, 240_000)
afterAll(async () => {
  await running?.close()
  await mail?.close()
})
afterEach(() => page?.close())

function place(name: string) {
  const found = places.find(one => one.name.includes(name))
  if (!found) throw new Error(`The demo has no administration ${name}.`)
  return found
}
async function change(values: Partial<typeof tools.$inferInsert>) {
  await owner().update(tools).set(values).where(eq(tools.id, tool.id))
  await readToolsAgain(running)
}
async function openPicker(path = "/plain", selector = "#cc"): Promise<Frame> {
  page = await running.context.newPage()
  await page.setViewportSize({ width: 1200, height: 800 })
  await page.goto(`${mail.origin}${path}`)
  await page.locator(selector).focus()
  await waitForMark(page)
  await page.keyboard.press("Alt+Shift+KeyR")
  const picker = await findPicker(page)
  await picker.getByRole("option").first().waitFor()
  return picker
}
const search = (picker: Frame) => picker.getByRole("combobox", { name: "Search relations and colleagues" })
const chooser = (picker: Frame) => picker.getByRole("button", { name: "Administration" })
async function chooseAdministration(picker: Frame, name: string) {
  await chooser(picker).click()
  await picker.getByRole("option", { name: new RegExp(name) }).click()
  await picker.getByRole("option").first().waitFor()
}
async function axe(frame: Frame) {
  const source = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve("axe-core")
  await frame.evaluate(await readFile(source, "utf8"))
  const found = await frame.evaluate("axe.run()")
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`)
}

describe("does", () => {
  test("offers the relations of the tool's administration, then the colleagues there", async () => {
    await change({ administrationBy: "fixed", administrationId: place("Bouwmaterialen").id })
    const picker = await openPicker()
    expect(await chooser(picker).textContent()).toContain(place("Bouwmaterialen").name)
    await picker.getByText("Puts the address in this field. Casepost sends nothing.").waitFor()
    const names = await picker.getByRole("option").allTextContents()
    expect(names[0]).toContain("De Groot Tax Advice, relation, post@degroottax.example")
    expect(names.join()).not.toContain("Leclercq")
    await search(picker).fill("rick")
    await picker.getByRole("option", { name: /Rick Bos.*colleague/ }).waitFor()
    await picker.getByText("Colleagues", { exact: true }).waitFor()
  })

  test("goes to another administration, and remembers it for this tool", async () => {
    await change({ administrationBy: "fixed", administrationId: place("Bouwmaterialen").id })
    const picker = await openPicker()
    await search(picker).fill("smit")
    await chooseAdministration(picker, "België")
    await picker.getByRole("option", { name: "Marc Leclercq" }).waitFor()
    expect(await search(picker).inputValue()).toBe("")
    await expect.poll(() => search(picker).evaluate(input => input === document.activeElement)).toBe(true)
    await page.keyboard.type("marc")
    expect(await search(picker).inputValue()).toBe("marc")
    expect(await picker.getByRole("option", { name: "De Groot" }).count()).toBe(0)
    await page.close()
    const again = await openPicker()
    expect(await chooser(again).textContent()).toContain(place("België").name)
    await chooseAdministration(again, "Bouwmaterialen")
    await page.close()
  })

  test("takes the administration that the tool's address names, whatever was chosen before", async () => {
    const codes = [
      { code: "plain", administrationId: place("Bouwmaterialen").id },
      { code: "react", administrationId: place("België").id },
    ]
    await change({
      address: `${mail.origin}/{administration}`,
      administrationBy: "address",
      administrationCodes: codes,
    })
    const picker = await openPicker("/plain")
    await chooseAdministration(picker, "België")
    await page.close()
    const again = await openPicker("/plain")
    expect(await chooser(again).textContent()).toContain(place("Bouwmaterialen").name)
    await page.close()
    const other = await openPicker("/react", "#field")
    expect(await chooser(other).textContent()).toContain(place("België").name)
    await change({ address: mail.origin, administrationBy: "asked", administrationCodes: [] })
  })

  test("is worked by keyboard: arrows, Home, End, Enter, Esc", async () => {
    const picker = await openPicker()
    const marked = () => search(picker).getAttribute("aria-activedescendant")
    expect(await marked()).toBeNull()
    await page.keyboard.press("Enter")
    expect(pickerIn(page)).toBeDefined()
    await page.keyboard.press("ArrowDown")
    const first = await marked()
    await page.keyboard.press("ArrowDown")
    expect(await marked()).not.toBe(first)
    await page.keyboard.press("Home")
    expect(await marked()).toBe(first)
    await page.keyboard.press("ArrowUp")
    expect(await marked()).not.toBe(first)
    await page.keyboard.press("ArrowDown")
    const text = (await picker.getByRole("option").first().textContent()) ?? ""
    await page.keyboard.press("Enter")
    await expect.poll(() => page.locator("#cc").inputValue()).not.toBe("")
    expect(text).toContain(await page.locator("#cc").inputValue())
  })

  test("says that nobody is called so, and that the provider no longer delivers to somebody", async () => {
    const { organisationId } = tool
    await owner()
      .insert(suppressions)
      .values({ organisationId, address: "debiteuren@kuiperacc.example", reason: "bounce" })
    const picker = await openPicker()
    await picker
      .getByRole("option", { name: "debiteuren@kuiperacc.example, the provider no longer delivers here" })
      .waitFor()
    await search(picker).fill("Deloo")
    await picker.getByText("No relation called 'Deloo' in").waitFor()
    expect(await picker.getByRole("option").count()).toBe(0)
  })

  test("is readable for everybody, light and dark", async () => {
    const picker = await openPicker()
    expect(await axe(picker)).toEqual([])
    await page.emulateMedia({ colorScheme: "dark" })
    await page.keyboard.press("ArrowDown")
    expect(await axe(picker)).toEqual([])
    await chooser(picker).click()
    await picker.getByRole("option").first().waitFor()
    expect(await axe(picker)).toEqual([])
  })
})

describe("refuses", () => {
  test("addresses of customers", async () => {
    const listed = owner().select().from(contacts)
    const found = await listed.where(and(isNotNull(contacts.address), notLike(contacts.address, "%vdmbouw%"))).limit(1)
    const address = found[0]?.address ?? ""
    expect(address).toContain("@")
    const picker = await openPicker()
    await search(picker).fill(address)
    await picker.getByText(`No relation called '${address}'`).waitFor()
    expect(await picker.getByRole("option").count()).toBe(0)
  })

  test("relations that are available nowhere, in every administration", async () => {
    const picker = await openPicker()
    for (const { name } of places) {
      await chooseAdministration(picker, name)
      await search(picker).fill("Wouda")
      await picker.getByText("No relation called 'Wouda'").waitFor()
    }
  })

  test("administrations one has no right in", async () => {
    const [sanne] = await owner().select().from(users).where(eq(users.email, "sanne@demo.example"))
    const mine = eq(memberships.userId, sanne?.id ?? "")
    const [membership] = await owner().update(memberships).set({ organisationRight: "none" }).where(mine).returning()
    if (!membership) throw new Error("Sanne has no membership.")
    const { id: membershipId, organisationId } = membership
    const right = { membershipId, organisationId, administrationId: place("België").id, held: "restricted" }
    await owner().insert(administrationRights).values(right)
    const picker = await openPicker()
    await picker.getByText(place("België").name).waitFor()
    expect(await chooser(picker).count()).toBe(0)
    expect(await picker.getByRole("option", { name: "De Groot" }).count()).toBe(0)
    await owner().update(memberships).set({ organisationRight: "standard" }).where(mine)
  })
})

describe("protects", () => {
  test("what it shows from a page that lies something over it", async () => {
    const picker = await openPicker()
    await page.evaluate(() => {
      const over = document.createElement("div")
      over.popover = "manual"
      over.style.cssText =
        "position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: .2; pointer-events: none; margin: 0"
      document.body.append(over)
      over.showPopover()
    })
    await picker.getByRole("button", { name: "Open in side panel" }).waitFor()
    expect(await picker.getByRole("option").count()).toBe(0)
  })

  test("everything from who is not signed in", async () => {
    const own = await running.open("options.html")
    await own.page.evaluate(() => chrome.storage.local.remove("session"))
    await own.page.close()
    page = await running.context.newPage()
    await page.goto(`${mail.origin}/plain`)
    await page.locator("#cc").focus()
    // Without a sign-in no tool is known, and no mark stands in any field.
    await page.waitForTimeout(1_000)
    await expect(pressMark(page)).rejects.toThrow("No mark")
  })
})
