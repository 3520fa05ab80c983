import { attachments } from "@casepost/backend/attachments/tables"
import { invoices } from "@casepost/backend/cases/tables"
import { messages } from "@casepost/backend/messages/tables"
import { desc, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const size = { width: 464, height: 800 }
const note = { name: "Delivery-note.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }

let running: Awaited<ReturnType<typeof signedInExtension>>
let invoiceId: string
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example")
  const [found] = await running.house.database.owner
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.number, "VF-2026-04183"))
  invoiceId = found?.id ?? ""
}, 240_000)
afterAll(() => running?.close())

async function writeWithSlowFile(answer: "later" | "refused") {
  const { page, errors } = await running.open(`tabs/compose.html?kind=invoice&id=${invoiceId}&write=1`, size)
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route(/\/api\/v1\/attachments\?/, async route => {
    if (route.request().method() !== "POST") return route.continue()
    await held
    return answer === "later" ? route.continue() : route.abort()
  })
  const form = page.getByRole("form", { name: "New message" })
  await form.getByRole("textbox", { name: "Subject" }).fill(`With a file that comes ${answer}`)
  await form.getByRole("textbox", { name: "Message text" }).click()
  await page.keyboard.type("Attached is the delivery note.")
  await page.locator("input[type=file]").first().setInputFiles(note)
  await form.getByRole("button", { name: /Remove Delivery-note.pdf/ }).waitFor()
  await form.getByRole("button", { name: /^Send to customer/ }).click()
  return { page, form, errors, goOn }
}

describe("does", () => {
  test("sends when the file is there, though Send was pressed before", async () => {
    const { page, errors, goOn } = await writeWithSlowFile("later")
    await page.waitForTimeout(300)
    await expect.poll(() => page.getByText(/Sending to Jansen/).count()).toBe(0)
    goOn()
    await page.getByText(/Sending to Jansen/).waitFor()
    const [sent] = await running.house.database.owner.select().from(messages).orderBy(desc(messages.createdAt)).limit(1)
    const files = await running.house.database.owner
      .select({ name: attachments.name })
      .from(attachments)
      .where(eq(attachments.ownerId, sent?.id ?? ""))
    expect(files).toEqual([{ name: "Delivery-note.pdf" }])
    expect(errors).toEqual([])
    await page.close()
  })
})

describe("refuses", () => {
  test("to send without the file that did not come, and says so", async () => {
    const { page, form, goOn } = await writeWithSlowFile("refused")
    goOn()
    await form
      .getByText(/could not be uploaded|Try again|Remove it/)
      .first()
      .waitFor()
    const sent = await running.house.database.owner
      .select()
      .from(messages)
      .where(eq(messages.subject, "With a file that comes refused"))
    expect(sent).toEqual([])
    expect(await page.getByText(/Sending to Jansen/).count()).toBe(0)
    await page.close()
  })
})
