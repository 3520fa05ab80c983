import type { House } from "@casepost/backend/context"
import { sql } from "drizzle-orm"
import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import { violationsOf } from "./axe.ts"

/** The rows of an overview that are drawn. */
export const rowsOf = (page: Page): Locator => page.locator("tbody tr")
export const barOf = (page: Page): Locator => page.getByRole("region", { name: "Selection" })

/** `628 invoices` → 628, `17 of 628 invoices` → 17; once it was counted. */
export async function matchingOf(page: Page): Promise<number> {
  const count = page.getByText(/^[\d,]+ (of [\d,]+ )?(customer|matter|invoice)s?(,|$)/)
  await count.waitFor()
  return Number(((await count.textContent()) ?? "").split(" ")[0]?.replaceAll(",", ""))
}

/** The invoice, customer or matter numbers in sight, from the top. */
export async function numbersOf(page: Page): Promise<string[]> {
  await rowsOf(page).first().waitFor()
  const drawn = await rowsOf(page).evaluateAll(rows =>
    rows.map(row => ({ place: Number(row.getAttribute("aria-rowindex")), number: row.children[1]?.textContent ?? "" })),
  )
  return drawn.sort((one, other) => one.place - other.place).map(({ number }) => number)
}

export async function expectReadable(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

/** Gives one customer of the demo so many more open invoices, numbered `MANY-00001` and on. */
export async function addManyInvoices(house: House, many: number): Promise<void> {
  const db = house.database.owner
  await db.execute(sql`
    insert into invoices (id, organisation_id, administration_id, customer_id, number, amount, open_amount, currency, invoice_date, due_date)
    select gen_random_uuid(), c.organisation_id, c.administration_id, c.id, 'MANY-' || lpad(n::text, 5, '0'), 100, 100, 'EUR',
      current_date - 60, current_date - 30
    from (select * from customers where do_not_message is null order by number limit 1) c, generate_series(1, ${many}::int) n`)
  await db.execute(
    sql`select casepost_refresh_case_rows(array(select id from invoices where number like 'MANY-%')), ${many}`,
  )
}
