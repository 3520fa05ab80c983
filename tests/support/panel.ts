/** The launcher and the panel in a page, as a person uses them: our own closed roots can only be reached through the browser's own tools. */
import type { Frame, Page } from "playwright-core"
import { attributeOf, type Box, boxOf, clickBox, focusOn, type PageNode } from "./closed-roots.ts"
import { extensionId } from "./extension.ts"

/** Presses the launcher with the mouse, or with Enter, and waits for the panel's frame. */
export async function openPanel(page: Page, by: "mouse" | "keyboard" = "mouse"): Promise<Frame> {
  await pressLauncher(page, by)
  return findPanel(page)
}

export async function pressLauncher(page: Page, by: "mouse" | "keyboard" = "mouse"): Promise<void> {
  const box = await waitForLauncher(page)
  if (by === "mouse") return clickBox(page, box)
  await focusOn(page, isLauncher)
  await page.keyboard.press("Enter")
}

/** The frame of the panel that is open in a page, once it stands. */
export async function findPanel(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 300; tries++) {
    const frame = page.frames().find(one => one.url().startsWith(`chrome-extension://${extensionId}/tabs/compose.html`))
    if (frame) return frame
    await page.waitForTimeout(100)
  }
  throw new Error("No panel in this page.")
}

export function hasPanel(page: Page): boolean {
  return page.frames().some(one => one.url().includes("/tabs/compose.html"))
}

async function waitForLauncher(page: Page): Promise<Box> {
  for (let tries = 0; tries < 300; tries++) {
    const box = await boxOf(page, isLauncher)
    if (box) return box
    await page.waitForTimeout(100)
  }
  throw new Error("No launcher in this page.")
}

function isLauncher(node: PageNode): boolean {
  return node.nodeName === "BUTTON" && /^Casepost(,|$)/.test(attributeOf(node, "aria-label") ?? "")
}
