import type { Page } from "playwright-core"

type Node = { nodeId: number; shadowRootType?: string; children?: Node[]; shadowRoots?: Node[]; contentDocument?: Node }

/**
 * Runs a function on an element of ours, in whichever of our closed roots it stands: only the browser's own tools reach in there.
 * @returns undefined where there is none
 */
export async function lookInside<Result>(
  page: Page,
  selector: string,
  look: (this: HTMLElement) => Result,
): Promise<Result | undefined> {
  const session = await page.context().newCDPSession(page)
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
    for (const closed of closedRoots(root as Node)) {
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
  } finally {
    await session.detach()
  }
}

/** How many roots of ours stand in a page. */
export async function countRoots(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
  await session.detach()
  return closedRoots(root as Node).length
}

function closedRoots(node: Node): Node[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRoots)
  return node.shadowRootType === "closed" ? [node, ...inside] : inside
}
