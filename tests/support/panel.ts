/** The launcher and the panel in a page, as a person uses them: our own closed roots can only be reached through the browser's own tools. */
import type { CDPSession, Frame, Page } from "playwright-core"
import { extensionId } from "./extension.ts"

type Node = { nodeId: number; nodeName: string; attributes?: string[]; children?: Node[]; shadowRoots?: Node[] }

/** Presses the launcher with the mouse, or with Enter, and waits for the panel's frame. */
export async function openPanel(page: Page, by: "mouse" | "keyboard" = "mouse"): Promise<Frame> {
  await pressLauncher(page, by)
  return findPanel(page)
}

export async function pressLauncher(page: Page, by: "mouse" | "keyboard" = "mouse"): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const nodeId = await findLauncher(session)
  if (by === "keyboard") {
    await session.send("DOM.focus", { nodeId })
    await page.keyboard.press("Enter")
  } else {
    const { model } = await session.send("DOM.getBoxModel", { nodeId })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
    await page.mouse.click((left + right) / 2, (top + bottom) / 2)
  }
  await session.detach()
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

async function findLauncher(session: CDPSession): Promise<number> {
  for (let tries = 0; tries < 300; tries++) {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
    const found = search(root as Node)
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("No launcher in this page.")
}

function search(node: Node): number | undefined {
  const { attributes = [] } = node
  const label = attributes[attributes.indexOf("aria-label") + 1]
  if (node.nodeName === "BUTTON" && attributes.includes("aria-label") && label?.startsWith("Casepost"))
    return node.nodeId
  for (const inside of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = search(inside)
    if (found) return found
  }
  return undefined
}
