import { attachments } from "@casepost/backend/attachments/tables"
import { invoices } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const size = { width: 464, height: 800 }
const note = { name: "Delivery-note.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }

let running: Awaited<ReturnType<typeof signedInExtension>>
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
}, 240_000)
afterAll(() => running?.close())

/** What happens while the file is on its way; each on an invoice of its own, because drafts stay. */
const invoiceFor = {
  later: "VF-2026-04183",
  left: "VF-2026-04377",
  begun: "VF-2026-03912",
  refused: "VF-2026-03655",
}

async function writeWithSlowFile(how: keyof typeof invoiceFor) {
  const [invoice] = await running.house.database.owner
    .select()
    .from(invoices)
    .where(eq(invoices.number, invoiceFor[how]))
  const { page, errors } = await running.open(`tabs/compose.html?kind=invoice&id=${invoice?.id}&write=1`, size)
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route(/\/api\/v1\/attachments\?/, async route => {
    if (route.request().method() !== "POST") return route.continue()
    await held
    return how === "refused" ? route.abort() : route.continue()
  })
  const form = page.getByRole("form", { name: "New message" })
  await form.getByRole("textbox", { name: "Subject" }).fill(`With a file: ${how}`)
  await form.getByRole("textbox", { name: "Message text" }).click()
  await page.keyboard.type("Attached is the delivery note.")
  await page.locator("input[type=file]").first().setInputFiles(note)
  await form.getByRole("button", { name: /Remove Delivery-note.pdf/ }).waitFor()
  await form.getByRole("button", { name: /^Send to customer/ }).click()
  return { page, form, errors, goOn }
}

function sentAs(how: keyof typeof invoiceFor) {
  return running.house.database.owner
    .select()
    .from(messages)
    .where(eq(messages.subject, `With a file: ${how}`))
}

describe("does", () => {
  test("sends when the file is there, though Send was pressed before", async () => {
    const { page, errors, goOn } = await writeWithSlowFile("later")
    await page.waitForTimeout(300)
    await expect.poll(() => page.getByText(/Sending to Jansen/).count()).toBe(0)
    goOn()
    await page.getByText(/Sending to Jansen/).waitFor()
    const [sent] = await sentAs("later")
    const files = await running.house.database.owner
      .select({ name: attachments.name })
      .from(attachments)
      .where(eq(attachments.ownerId, sent?.id ?? ""))
    expect(files).toEqual([{ name: "Delivery-note.pdf" }])
    expect(errors).toEqual([])
    await page.close()
  })
})

describe("protects", () => {
  test("sends nothing when the form was left while the file came", async () => {
    const { page, goOn } = await writeWithSlowFile("left")
    await page.getByRole("button", { name: "Close, keeps draft" }).click()
    await page.getByRole("form", { name: "New message" }).waitFor({ state: "detached" })
    goOn()
    await page.waitForTimeout(1_500)
    expect(await sentAs("left")).toEqual([])
    await page.close()
  })
})

describe("refuses", () => {
  test("to send past a recipient that was begun while the file came", async () => {
    const { page, form, goOn } = await writeWithSlowFile("begun")
    await form.getByRole("combobox", { name: "CC", exact: true }).fill("half@")
    await page.keyboard.press("Tab")
    goOn()
    await form.getByRole("alert").getByText("“half@” is not a complete e-mail address.").waitFor()
    await page.waitForTimeout(1_500)
    expect(await sentAs("begun")).toEqual([])
    await page.close()
  })
  test("to send without the file that did not come, and says so", async () => {
    const { page, form, goOn } = await writeWithSlowFile("refused")
    goOn()
    await form.getByRole("alert").getByText("A file could not be attached. Remove it, or try again.").waitFor()
    expect(await sentAs("refused")).toEqual([])
    expect(await page.getByText(/Sending to Jansen/).count()).toBe(0)
    await page.close()
  })
})
