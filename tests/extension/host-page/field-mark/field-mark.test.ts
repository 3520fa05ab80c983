import { tools } from "@casepost/backend/tools/tables"
import { eq } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { findPicker, markBox, pickerBox, pickerIn, pressMark, waitForMark } from "../../../support/mail-fields.ts"
import { type MailPages, serveMailPages } from "../../../support/mail-pages.ts"
import { readToolsAgain, signedInExtension } from "../../../support/signed-in-extension.ts"

const key = "Alt+Shift+KeyR"
const smit = "dossiers@smithoekstra.example"
const kuiper = "debiteuren@kuiperacc.example"

let running: Awaited<ReturnType<typeof signedInExtension>>
let mail: MailPages
let page: Page

beforeAll(async () => {
  mail = await serveMailPages()
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"] })
  const { owner } = running.house.database
  const [known] = await owner.select().from(tools).limit(1)
  if (!known) throw new Error("The demo has no tools.")
  const { organisationId } = known
  await owner
    .insert(tools)
    .values({ organisationId, name: "Mail", address: mail.origin, readsCases: false, marksFields: true })
  await readToolsAgain(running)
}, 240_000)
afterAll(async () => {
  await running?.close()
  await mail?.close()
})
afterEach(() => page?.close())

async function open(path: string) {
  page = await running.context.newPage()
  await page.setViewportSize({ width: 1200, height: 800 })
  await page.goto(`${mail.origin}${path}`)
  return page
}
async function focus(selector: string) {
  await page.locator(selector).focus()
  await waitForMark(page)
}
/** Opens the picker with its key and chooses somebody by name. */
async function choose(name = "Smit & Hoekstra") {
  await page.keyboard.press(key)
  const picker = await findPicker(page)
  await take(picker, name)
}
async function take(picker: Frame, name: string) {
  await picker.getByRole("combobox", { name: "Search relations and colleagues" }).fill(name)
  await picker.getByRole("option").first().waitFor()
  await page.keyboard.press("Enter")
  await expect.poll(() => pickerIn(page)).toBeUndefined()
}
const value = (selector: string) => page.locator(selector).inputValue()

describe("does", () => {
  test.each(["#to", "#cc", "#bcc", "#one", "#names", "#area"])(
    "marks %s while it has the focus, inside it at its end, and moves nothing",
    async selector => {
      await open("/plain")
      const before = await page.locator("form").boundingBox()
      await focus(selector)
      const field = await page.locator(selector).boundingBox()
      const mark = await waitForMark(page)
      if (!field) throw new Error("The field is not shown.")
      expect(mark.right - mark.left).toBe(24)
      expect(mark.right).toBeLessThanOrEqual(field.x + field.width)
      expect(mark.right).toBeGreaterThan(field.x + field.width - 10)
      expect(mark.top).toBeGreaterThanOrEqual(field.y)
      expect(await page.locator("form").boundingBox()).toEqual(before)
      await page.locator("#subject").focus()
      await expect.poll(() => markBox(page)).toBeUndefined()
    },
  )

  test("puts what was chosen with the mouse into a field, and gives the focus back to it", async () => {
    await open("/plain")
    await focus("#to")
    const picker = await pressMark(page)
    await picker.getByRole("option", { name: "Kuiper Accountants" }).click()
    await expect.poll(() => value("#to")).toBe(kuiper)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("to")
    expect(await page.locator("#to").evaluate(input => (input as HTMLInputElement).validity.valid)).toBe(true)
  })

  test("appends to what stands there, with the field's own divider, by keyboard alone", async () => {
    await open("/plain")
    await focus("#bcc")
    await choose()
    await expect.poll(() => value("#bcc")).toBe(`a@one.example;b@two.example; ${smit}`)
    await page.keyboard.type("!")
    expect(await value("#bcc")).toMatch(/!$/)
    await focus("#cc")
    await choose()
    await choose("Kuiper")
    await expect.poll(() => value("#cc")).toBe(`${smit}, ${kuiper}`)
    await focus("#to")
    await choose()
    await choose("Kuiper")
    await expect.poll(() => value("#to")).toBe(`${smit},${kuiper}`)
    expect(await page.evaluate("window.wasSent")).toBeUndefined()
  })

  test("writes the name before the address where the field shows that form", async () => {
    await open("/plain")
    await focus("#names")
    await choose()
    await expect.poll(() => value("#names")).toBe(`"Smit & Hoekstra Bailiffs" <${smit}>`)
  })

  test("ticks who stands in the field, and puts nobody there twice", async () => {
    await open("/plain")
    await page.locator("#cc").fill(smit)
    await focus("#cc")
    const picker = await pressMark(page)
    const option = picker.getByRole("option", { name: "Smit & Hoekstra" })
    await option.waitFor()
    expect(await option.getAttribute("aria-selected")).toBe("true")
    expect(await picker.getByRole("option", { name: "Kuiper" }).getAttribute("aria-selected")).toBe("false")
    await option.click()
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    expect(await value("#cc")).toBe(smit)
  })

  test("says of a field for one address that it is full", async () => {
    await open("/plain")
    await page.locator("#one").fill("a@one.example")
    await focus("#one")
    const picker = await pressMark(page)
    await picker.getByText("This field takes one address, and holds one.").waitFor()
    await picker.getByRole("option", { name: "Kuiper" }).click()
    await page.keyboard.press("Escape")
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    expect(await value("#one")).toBe("a@one.example")
  })

  test("gives focus and caret back on Esc", async () => {
    await open("/plain")
    await page.locator("#cc").fill("abcdef")
    await focus("#cc")
    await page.keyboard.press("Home")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press(key)
    await findPicker(page)
    await page.keyboard.press("Escape")
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    await page.keyboard.type("X")
    expect(await value("#cc")).toBe("aXbcdef")
    await expect.poll(() => markBox(page)).toBeDefined()
  })

  test("writes into a field that React controls", async () => {
    await open("/react")
    await focus("#field")
    await choose()
    await expect.poll(() => value("#field")).toBe(smit)
    await choose("Kuiper")
    await expect.poll(() => page.locator("#kept").textContent()).toBe(`${smit}, ${kuiper}`)
  })

  test.each(["/enter", "/comma", "/press"])("finishes a token as its field does it: %s", async path => {
    await open(path)
    await focus("#field")
    await choose()
    await expect.poll(() => page.locator(".tag").allTextContents()).toEqual([smit])
    await choose("Kuiper")
    await expect.poll(() => page.locator(".tag").allTextContents()).toEqual([smit, kuiper])
    expect(await value("#field")).toBe("")
  })

  test("leaves the text where a field finishes it by itself when it is left", async () => {
    await open("/blur")
    await focus("#field")
    await choose()
    await expect.poll(() => value("#field")).toBe(smit)
    await page.locator("textarea").focus()
    expect(await page.locator(".tag").allTextContents()).toEqual([smit])
  })

  test("makes tokens in a line that is edited", async () => {
    await open("/line")
    await focus("#field")
    await choose()
    await expect.poll(() => page.locator(".tag").allTextContents()).toEqual([smit])
    await choose("Kuiper")
    await expect.poll(() => page.locator(".tag").allTextContents()).toEqual([smit, kuiper])
    expect((await page.locator("#field").textContent())?.trim()).toBe(smit + kuiper)
  })

  test.each(["", "/plain", "/editable"])("works in the webmail of the demo: /demo/mail%s", async path => {
    page = await running.context.newPage()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${running.house.config.publicUrl}/demo/mail${path}`)
    await page.getByRole("button", { name: "New message" }).click()
    await focus("#field-Cc")
    await choose()
    await choose("Kuiper")
    await page.waitForTimeout(500)
    await page.getByRole("button", { name: "Send" }).click()
    await page.getByText(`Cc ${smit}, ${kuiper};`).waitFor()
  })

  test("works in a frame of the tool", async () => {
    await open("/framed")
    const frame = page.frameLocator("iframe")
    await frame.locator("#cc").focus()
    await waitForMark(page)
    await choose()
    await expect.poll(() => frame.locator("#cc").inputValue()).toBe(smit)
  })

  test("works in a shadow tree of the page, from field to field", async () => {
    await open("/shadow")
    await focus("#field")
    await choose()
    await expect.poll(() => value("#field")).toBe(smit)
    const first = await waitForMark(page)
    await page.locator("#second").focus()
    await expect.poll(async () => (await markBox(page))?.left).not.toBe(first.left)
    await choose("Kuiper")
    await expect.poll(() => value("#second")).toBe(kuiper)
    await page.locator("#other").focus()
    await expect.poll(() => markBox(page)).toBeUndefined()
  })

  test("works in a modal dialog that moves and cuts off what is in it", async () => {
    await open("/modal")
    await focus("#field")
    const picker = await pressMark(page)
    await picker.getByRole("option").first().waitFor()
    const box = await pickerBox(page)
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeGreaterThan(200)
    await take(picker, "Smit")
    await expect.poll(() => value("#field")).toBe(smit)
    expect(await page.locator("dialog").evaluate(dialog => (dialog as HTMLDialogElement).open)).toBe(true)
  })

  test("stands at the left where one reads from the right", async () => {
    await open("/rtl")
    await focus("#field")
    const field = await page.locator("#field").boundingBox()
    expect((await waitForMark(page)).left - (field?.x ?? 0)).toBeLessThan(10)
    await choose()
    await expect.poll(() => value("#field")).toBe(smit)
  })

  test("opens over the field where there is no room under it, and follows when the page scrolls", async () => {
    await open("/low")
    await focus("#field")
    await pressMark(page)
    const field = await page.locator("#field").boundingBox()
    await expect.poll(async () => (await pickerBox(page))?.bottom).toBeLessThanOrEqual(field?.y ?? 0)
    await page.keyboard.press("Escape")
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    const before = await waitForMark(page)
    await page.evaluate(() => {
      document.body.style.paddingBottom = "400px"
      window.scrollBy(0, 200)
    })
    await expect.poll(async () => Math.round((await markBox(page))?.top ?? 0)).toBe(before.top - 200)
  })

  test("works on a page that isolates itself and forbids everything from elsewhere", async () => {
    await open("/strict")
    await focus("#field")
    await choose()
    await expect.poll(() => value("#field")).toBe(smit)
  })

  test("goes from one field to another", async () => {
    await open("/plain")
    await focus("#to")
    await pressMark(page)
    await page.locator("#cc").click({ position: { x: 5, y: 5 } })
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    const field = await page.locator("#cc").boundingBox()
    await expect.poll(async () => (await markBox(page))?.top).toBeGreaterThanOrEqual(field?.y ?? 0)
    await choose()
    await expect.poll(() => value("#cc")).toBe(smit)
    expect(await value("#to")).toBe("")
  })
})

describe("refuses", () => {
  test("search, passwords, sign-in, cards, dates, and texts", async () => {
    await open("/others")
    for (const id of [
      "search",
      "find",
      "password",
      "login",
      "inside",
      "from",
      "until",
      "card",
      "read",
      "name",
      "body",
      "text",
    ]) {
      await page.locator(`#${id}`).focus()
      await page.waitForTimeout(300)
      expect(await markBox(page), id).toBeUndefined()
    }
  })

  test("keys and clicks that no person made", async () => {
    await open("/plain")
    await focus("#to")
    const mark = await waitForMark(page)
    await page.evaluate(
      ([x, y]) => {
        const input = document.getElementById("to")
        const pressed = { key: "R", code: "KeyR", altKey: true, shiftKey: true, bubbles: true, composed: true }
        input?.dispatchEvent(new KeyboardEvent("keydown", pressed))
        const host = document.elementFromPoint(x ?? 0, y ?? 0)
        host?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }))
        if (host instanceof HTMLElement) host.click()
      },
      [mark.left + 12, mark.top + 12],
    )
    await page.waitForTimeout(1_000)
    expect(pickerIn(page)).toBeUndefined()
  })

  test("the key where no field has the focus", async () => {
    await open("/plain")
    await page.locator("#subject").focus()
    await page.keyboard.press(key)
    await page.waitForTimeout(1_000)
    expect(pickerIn(page)).toBeUndefined()
  })

  test("Enter where it would take somebody else, or send", async () => {
    await open("/suggesting")
    await focus("#field")
    await choose()
    await page.waitForTimeout(500)
    expect(await page.locator(".tag").allTextContents()).toEqual([])
    expect(await value("#field")).toBe(smit)
    await page.goto(`${mail.origin}/sending`)
    await focus("#field")
    await choose()
    await page.waitForTimeout(500)
    expect(await value("#field")).toBe(smit)
    expect(await page.evaluate("window.wasSent")).toBeUndefined()
  })

  test("a page whose tool does not want it", async () => {
    await open("/plain")
    await focus("#to")
    const { owner } = running.house.database
    await owner.update(tools).set({ marksFields: false }).where(eq(tools.address, mail.origin))
    await readToolsAgain(running)
    await page.bringToFront()
    await page.locator("#to").focus()
    await page.keyboard.press(key)
    await expect.poll(() => markBox(page)).toBeUndefined()
    expect(pickerIn(page)).toBeUndefined()
    await owner.update(tools).set({ marksFields: true }).where(eq(tools.address, mail.origin))
    await readToolsAgain(running)
  })
})

describe("protects", () => {
  test("names and addresses from the page until one was chosen, and itself from its scripts", async () => {
    await open("/plain")
    await page.evaluate(() => {
      const told: string[] = []
      Object.assign(window, { told })
      for (const name of ["message", "focusin", "click", "pointerdown", "keydown", "input", "toggle", "beforetoggle"])
        window.addEventListener(name, event => told.push(`${name} ${(event as MessageEvent).data ?? ""}`), true)
      const texts = (node: Node) => (node instanceof Element ? node.outerHTML : (node.textContent ?? ""))
      new MutationObserver(records => {
        for (const record of records)
          told.push(`changed ${record.attributeName ?? ""} ${[...record.addedNodes].map(texts).join(" ")}`)
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    await focus("#to")
    const picker = await pressMark(page)
    await picker.getByRole("option", { name: "Kuiper" }).waitFor()
    const seen = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild
      return {
        told: (window as unknown as { told: string[] }).told.join("\n"),
        page: document.documentElement.outerHTML,
        attributes: host?.attributes.length,
        root: host?.shadowRoot,
        frames: window.length,
        loaded: performance.getEntriesByType("resource").map(({ name }) => name),
      }
    })
    expect(`${seen.told} ${seen.page}`).not.toMatch(
      /@(kuiperacc|smithoekstra)|Hoekstra|Kuiper|chrome-extension|ticket|Casepost/i,
    )
    expect(seen.told).not.toMatch(/^(message|toggle|beforetoggle)/m)
    expect(seen).toMatchObject({ attributes: 0, root: null, frames: 0 })
    expect(seen.loaded.join()).not.toContain("chrome-extension")
    await picker.getByRole("option", { name: "Kuiper" }).click()
    await expect.poll(() => value("#to")).toBe(kuiper)
    expect(await page.content()).not.toContain(smit)
  })

  test("against a page that takes its field away, or our mark", async () => {
    await open("/plain")
    await focus("#to")
    await pressMark(page)
    await page.evaluate(() => document.getElementById("to")?.remove())
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    await focus("#cc")
    await pressMark(page)
    await page.evaluate(() => document.documentElement.lastElementChild?.remove())
    await expect.poll(() => pickerIn(page)).toBeUndefined()
    expect(await value("#cc")).toBe("")
  })

  test("against a page that moves the frame elsewhere: its ticket is spent", async () => {
    await open("/plain")
    await focus("#to")
    const picker = await pressMark(page)
    await picker.getByRole("option").first().waitFor()
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild
      if (host) document.body.append(host)
    })
    await page.waitForTimeout(2_000)
    const again = pickerIn(page)
    expect(
      (await again
        ?.getByRole("option")
        .count()
        .catch(() => 0)) ?? 0,
    ).toBe(0)
  })

  test("somebody's tab from a frame without a ticket", async () => {
    await open("/plain")
    const alone = await running.open("tabs/recipients.html#ticket=00000000000000000000000000000000")
    await alone.page.waitForTimeout(1_500)
    expect(await alone.page.getByRole("option").count()).toBe(0)
    await alone.page.getByRole("button", { name: "Open in side panel" }).waitFor()
    await alone.page.close()
  })
})
