/** The mark in a field and the frame under it, as a person uses them: our closed roots are reached through the browser's own tools only. */
import type { Frame, Page } from "playwright-core"
import { extensionId } from "./extension.ts"

type Node = {
  backendNodeId: number
  nodeName: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
  contentDocument?: Node
}
export type Box = { left: number; top: number; right: number; bottom: number }

/** Where the mark stands in the window; undefined while none is shown. */
export async function markBox(page: Page): Promise<Box | undefined> {
  return boxOf(page, node => node.nodeName === "BUTTON" && labelOf(node).startsWith("Casepost: relations"))
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
  const { left, top, right, bottom } = await waitForMark(page)
  await page.mouse.click((left + right) / 2, (top + bottom) / 2)
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
  return boxOf(page, node => node.nodeName === "IFRAME" && attribute(node, "title") === "Casepost")
}

async function boxOf(page: Page, isIt: (node: Node) => boolean): Promise<Box | undefined> {
  const session = await page.context().newCDPSession(page)
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
    const found = search(root as Node, isIt)
    if (!found) return undefined
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId: found.backendNodeId })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
    return { left, top, right, bottom }
  } catch {
    // It has no box: it is hidden, or went meanwhile.
    return undefined
  } finally {
    await session.detach()
  }
}

function search(node: Node, isIt: (node: Node) => boolean): Node | undefined {
  if (isIt(node)) return node
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])]
  if (node.contentDocument) inside.push(node.contentDocument)
  for (const one of inside) {
    const found = search(one, isIt)
    if (found) return found
  }
  return undefined
}

function attribute({ attributes = [] }: Node, name: string): string | undefined {
  const place = attributes.findIndex((one, index) => index % 2 === 0 && one === name)
  return place < 0 ? undefined : attributes[place + 1]
}

function labelOf(node: Node): string {
  return attribute(node, "aria-label") ?? ""
}
