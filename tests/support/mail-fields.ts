/** The mark in a field and the frame under it, as a person uses them: our closed roots are reached through the browser's own tools only. */
import type { Frame, Page } from "playwright-core"
import { attributeOf, type Box, boxOf, clickBox } from "./closed-roots.ts"
import { extensionId } from "./extension.ts"

/** Where the mark stands in the window; undefined while none is shown. */
export async function markBox(page: Page): Promise<Box | undefined> {
  return boxOf(
    page,
    node => node.nodeName === "BUTTON" && attributeOf(node, "aria-label")?.startsWith("Casepost: relations") === true,
  )
}

export async function waitForMark(page: Page): Promise<Box> {
  for (let tries = 0; tries < 100; tries++) {
    const box = await markBox(page)
    if (box) return box
    await page.waitForTimeout(100)
  }
  throw new Error("No mark in a field of this page.")
}

/** Clicks the mark of the field that has the focus, and waits for the frame under it. */
export async function pressMark(page: Page): Promise<Frame> {
  await clickBox(page, await waitForMark(page))
  return findPicker(page)
}

/** The recipients' frame, once its search can be typed in. */
export async function findPicker(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 300; tries++) {
    const frame = pickerIn(page)
    if (frame) {
      await frame.getByRole("combobox", { name: "Search relations and colleagues" }).waitFor()
      return frame
    }
    await page.waitForTimeout(100)
  }
  throw new Error("No recipients' frame in this page.")
}

export function pickerIn(page: Page): Frame | undefined {
  return page.frames().find(one => one.url().startsWith(`chrome-extension://${extensionId}/tabs/recipients.html`))
}

export async function pickerBox(page: Page): Promise<Box | undefined> {
  return boxOf(page, node => node.nodeName === "IFRAME" && attributeOf(node, "title") === "Casepost")
}
