import { parentOf } from "../../parent-of"
import { isVisible } from "../visible"

/** What is never text of the page: code, what somebody is writing, and what only a picture shows. */
const skipped = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "TEXTAREA",
  "INPUT",
  "SELECT",
  "OPTION",
  "IFRAME",
  "SVG",
  "svg",
  "CANVAS",
  "CODE-EDITOR",
])

/** Texts and elements that are passed at most; a longer page is read so far and no further. */
const mostNodes = 60_000
/** Milliseconds of work between two pauses. */
const atOnce = 8

/** @returns false where nothing more is needed */
export type VisitText = (text: string, element: Element) => boolean

/** What reading through a page gives: whether it was read to its end, and the open shadow roots in it. */
export type ReadThrough = { isWhole: boolean; roots: ShadowRoot[] }

/**
 * Reads the visible texts of the page in order, open shadow roots included, and lets the page work in between (`pause`). Closed roots, our own
 * among them, are never entered. `wants` says by its text alone whether a text matters, before anything is measured.
 */
export async function readTexts(
  { wants, visit }: { wants: (text: string) => boolean; visit: VisitText },
  pause: () => Promise<boolean>,
): Promise<ReadThrough> {
  const roots: ShadowRoot[] = []
  const seen = new WeakMap<Element, boolean>()
  const queue: Node[] = document.body ? [document.body] : []
  let passed = 0
  let since = performance.now()
  for (let root = queue.shift(); root; root = queue.shift()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, readable)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (++passed > mostNodes) return { isWhole: false, roots }
      if (passed % 64 === 0 && performance.now() - since > atOnce) {
        if (!(await pause())) return { isWhole: false, roots }
        since = performance.now()
      }
      if (node instanceof Element) {
        if (node.shadowRoot && roots.length < 50) {
          roots.push(node.shadowRoot)
          queue.push(node.shadowRoot)
        }
        continue
      }
      const text = node.nodeValue ?? ""
      const parent = parentOf(node)
      if (!parent || text.length > 20_000 || !wants(text)) continue
      const isSeen = seen.get(parent) ?? (isVisible(parent) && !isShut(parent))
      seen.set(parent, isSeen)
      if (isSeen && isLaidOut(node) && !visit(text, parent)) return { isWhole: false, roots }
    }
  }
  return { isWhole: true, roots }
}

function readable(node: Node): number {
  if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT
  if (skipped.has(node.tagName)) return NodeFilter.FILTER_REJECT
  const editable = node.getAttribute("contenteditable")
  return editable === null || editable === "false" ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT
}

/** What a closed <details> holds beside its summary. */
function isShut(element: Element): boolean {
  return element instanceof HTMLDetailsElement && !element.open
}

/**
 * Texts of a host that its shadow root shows nowhere have no place on the page, though their parent has one; nor have those that are written
 * beside it.
 */
function isLaidOut(text: Node): boolean {
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()].some(({ right }) => right + scrollX > 0)
}
