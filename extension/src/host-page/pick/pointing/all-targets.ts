import { isVisible } from "../../finder/visible"
import { readNumbers } from "../rule/read-numbers"
import { documentOf, shadowOf } from "./elements-at"
import { isInnermost, wholeNumber } from "./target"

const mostNodes = 30_000
const mostTargets = 400

/** Every element of the page that shows a number, in reading order: what Tab goes through. */
export function allTargets(ours: Element): Element[] {
  const found = new Set<Element>()
  let left = mostNodes
  const walk = (root: Document | ShadowRoot) => {
    const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_ELEMENT) ?? treeOf(root as Document)
    for (let node = walker.nextNode(); node && left-- > 0 && found.size < mostTargets; node = walker.nextNode()) {
      const element = node as Element
      if (element === ours) continue
      const inner = shadowOf(element) ?? documentOf(element)
      if (inner) walk(inner)
      else if (isTarget(element)) found.add(wholeNumber(element))
    }
  }
  walk(document)
  return [...found]
}

function treeOf(root: Document): TreeWalker {
  return root.createTreeWalker(root.documentElement, NodeFilter.SHOW_ELEMENT)
}

function isTarget(element: Element): boolean {
  if (/^(script|style|noscript|template|html|head|body|option|svg|path)$/.test(element.localName)) return false
  // Cheap first: most elements hold no digits of their own.
  const hasOwnDigits = [...element.childNodes].some(
    ({ nodeType, data }: Node & { data?: string }) => nodeType === 3 && /\d/.test(data ?? ""),
  )
  if (!hasOwnDigits && !/^(input|select)$/.test(element.localName)) return false
  const [first] = readNumbers(element)
  return first !== undefined && isInnermost(element, first) && isVisible(element)
}
