import { invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { standardMessages, standardMessageTexts } from "@casepost/backend/standard-messages/tables"
import { eq } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { findPanel, pressLauncher } from "../support/panel.ts"
import { median } from "./reading.ts"
import type { ToolHouse } from "./tool-house.ts"

const number = "VF-2026-04183"
const many = 5_000
const typed = "van der meer"

export type Keypress = { field: string; median: number; worst: number }

/** Milliseconds from a key in a field of the panel to the next frame that was painted, with 5,000 relations and 5,000 standard messages to choose from. */
export async function measureKeypress({ house, extension, origin }: ToolHouse): Promise<Keypress[]> {
  const db = house.database.owner
  const [invoice] = await db.select().from(invoices).where(eq(invoices.number, number))
  if (!invoice) throw new Error("The demo has lost an invoice.")
  const { organisationId, administrationId } = invoice
  for (let place = 0; place < many; place += 500) {
    const rows = Array.from({ length: 500 }, (_, one) => ({ id: newId(), name: nameOf(place + one) }))
    await db.insert(relations).values(rows.map(row => ({ ...row, organisationId, address: `${row.id}@many.example` })))
    await db
      .insert(relationAdministrations)
      .values(rows.map(({ id }) => ({ organisationId, administrationId, relationId: id })))
    const texts = rows.map(({ name }) => ({ id: newId(), organisationId, administrationId, description: name }))
    await db.insert(standardMessages).values(texts)
    await db.insert(standardMessageTexts).values(
      texts.map(({ id, description }) => ({
        organisationId,
        standardMessageId: id,
        language: "nl" as const,
        subject: description,
        bodyHtml: "<p>Tekst</p>",
      })),
    )
  }
  const page = await extension.context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${origin}/demo/invoices/${number}`)
  await pressLauncher(page)
  const panel = await findPanel(page)
  const measured = []
  for (const field of ["CC", "Standard message"]) measured.push({ field, ...(await typeIn(page, panel, field)) })
  await page.close()
  return measured
}

function nameOf(place: number): string {
  return `Vanden ${place.toString(36)} van der Meer ${place % 97} Advies`
}

async function typeIn(page: Page, panel: Frame, field: string): Promise<{ median: number; worst: number }> {
  const input = panel.getByRole("combobox", { name: field, exact: true })
  await input.click()
  await panel.getByRole("option").first().waitFor()
  await panel.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { painted: times })
    addEventListener(
      "keydown",
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      true,
    )
  })
  for (const letter of typed) {
    await page.keyboard.press(letter === " " ? "Space" : letter)
    await page.waitForTimeout(400)
  }
  const times = await panel.evaluate(() => (globalThis as unknown as { painted: number[] }).painted)
  await page.keyboard.press("Escape")
  return { median: median(times), worst: Math.max(...times) }
}
