/** What stands in closed roots of ours in a page: no script reaches in there, only the browser's own tools. */
import type { CDPSession, Page } from "playwright-core"

export type PageNode = {
  nodeId: number
  backendNodeId: number
  nodeName: string
  shadowRootType?: string
  attributes?: string[]
  children?: PageNode[]
  shadowRoots?: PageNode[]
  contentDocument?: PageNode
}
export type Box = { left: number; top: number; right: number; bottom: number }

export function attributeOf({ attributes = [] }: PageNode, name: string): string | undefined {
  const place = attributes.findIndex((one, index) => index % 2 === 0 && one === name)
  return place < 0 ? undefined : attributes[place + 1]
}

/** Where the first such element stands in the window; undefined where there is none, or it is hidden. */
export function boxOf(page: Page, isIt: (node: PageNode) => boolean): Promise<Box | undefined> {
  return inPage(page, async (session, nodes) => {
    const found = nodes.find(isIt)
    if (!found) return undefined
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId: found.backendNodeId })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
    return { left, top, right, bottom }
  }).catch(withoutBox)
}

/** Clicks in the middle with the real mouse. */
export async function clickBox(page: Page, { left, top, right, bottom }: Box): Promise<void> {
  await page.mouse.click((left + right) / 2, (top + bottom) / 2)
}

/** Puts the focus on the first such element. */
export function focusOn(page: Page, isIt: (node: PageNode) => boolean): Promise<void> {
  return inPage(page, async (session, nodes) => {
    const backendNodeId = nodes.find(isIt)?.backendNodeId
    if (backendNodeId === undefined) throw new Error("Nothing to put the focus on in this page.")
    await session.send("DOM.focus", { backendNodeId })
  })
}

/**
 * Runs a function on an element of ours, in whichever of our closed roots it stands.
 * @returns undefined where there is none
 */
export function lookInside<Result>(
  page: Page,
  selector: string,
  look: (this: HTMLElement) => Result,
): Promise<Result | undefined> {
  return inPage(page, async (session, nodes) => {
    for (const closed of nodes.filter(isClosedRoot)) {
      const { nodeId } = await session.send("DOM.querySelector", { nodeId: closed.nodeId, selector })
      if (!nodeId) continue
      const { object } = await session.send("DOM.resolveNode", { nodeId })
      const { result } = await session.send("Runtime.callFunctionOn", {
        objectId: object.objectId ?? "",
        functionDeclaration: String(look),
        returnByValue: true,
        awaitPromise: true,
      })
      return result.value
    }
    return undefined
  })
}

/** How many closed roots stand in a page and its frames of the same origin. */
export function countRoots(page: Page): Promise<number> {
  return inPage(page, async (_, nodes) => nodes.filter(isClosedRoot).length)
}

/** Looks at all nodes of a page and its frames of the same origin, in the page's own order. */
async function inPage<Result>(
  page: Page,
  look: (session: CDPSession, nodes: PageNode[]) => Promise<Result>,
): Promise<Result> {
  const session = await page.context().newCDPSession(page)
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
    return await look(session, allNodes(root))
  } finally {
    await session.detach()
  }
}

function allNodes(node: PageNode): PageNode[] {
  const frame = node.contentDocument ? [node.contentDocument] : []
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? []), ...frame]
  return [node, ...inside.flatMap(allNodes)]
}

/** It is hidden, or went meanwhile. */
function withoutBox(): undefined {
  return undefined
}

function isClosedRoot({ shadowRootType }: PageNode): boolean {
  return shadowRootType === "closed"
}
