import type { Page } from "playwright-core"

/**
 * Opens a case from a search field by its number. Only of what the search found: the cases last looked at stand in the same place until then,
 * and a press while they make room meets another row.
 */
export async function findCase(page: Page, number: string): Promise<void> {
  await page.getByRole("combobox", { name: "Search cases" }).fill(number)
  const found = page.getByRole("listbox", { name: "Cases", exact: true })
  await found.getByRole("option", { name: number }).first().click()
}
