import { isVisible } from "../../finder/visible"
import { stableNames } from "./stable-names"

/** A selector is taken only if it is short enough for the tool's settings. */
const longest = 300
const mostAncestors = 12

type Trial = { css: string; cost: number }

/**
 * The plainest selector whose first visible match, in the page or in one row, is this element: the finder reads that. Through an open shadow
 * root by `>>>`; undefined where no selector leads there, as in a closed one. `isOnly`: nothing else may match it.
 */
export function makeSelector(element: Element, row?: Element, isOnly = false): string | undefined {
  if (row) return selectorIn(row, { element, isOnly })
  const root = element.getRootNode()
  if (root === element.ownerDocument) return selectorIn(element.ownerDocument, { element, isOnly })
  const { host } = root as ShadowRoot
  if (!host?.shadowRoot) return undefined
  const outer = makeSelector(host, undefined, true)
  const inner = outer && selectorIn(host.shadowRoot, { element, isOnly })
  return inner && `${outer} >>> ${inner}`
}

function selectorIn(
  within: ParentNode,
  { element, isOnly }: { element: Element; isOnly: boolean },
): string | undefined {
  const trials = trialsFor(element, within).sort((one, other) => one.cost - other.cost)
  let meant: string | undefined
  for (const { css } of trials) {
    if (css.length > longest) continue
    const matches = within.querySelectorAll(css)
    if (matches.length === 1 && matches[0] === element) return css
    if (!isOnly && !meant && [...matches].find(isVisible) === element) meant = css
  }
  return meant
}

function trialsFor(element: Element, within: ParentNode): Trial[] {
  const names = stableNames(element)
  // A tag that any page may have more of tomorrow is only taken where nothing around it has a name.
  const trials: Trial[] = names.map(({ css, cost }) => ({ css, cost: cost < 6 ? cost : cost + 8 }))
  let path = ""
  let pathCost = 0
  let child = element
  for (let level = 1; level <= mostAncestors; level++) {
    path = path ? `${placed(child)} > ${path}` : placed(child)
    pathCost += stepCost(child)
    const parent = child.parentElement
    if (!parent || parent === within) {
      // In a row, its own cells by their place: the row is what is stable.
      if (parent === within) trials.push({ css: path, cost: pathCost + 3 })
      break
    }
    for (const name of stableNames(parent)) {
      for (const own of names) trials.push({ css: `${name.css} ${own.css}`, cost: name.cost + own.cost + level * 0.5 })
      trials.push({ css: `${name.css} > ${path}`, cost: name.cost + pathCost + 3 })
    }
    child = parent
  }
  return trials
}

/** By its place among those of its kind; alone of its kind, it needs none. */
function placed(element: Element): string {
  const tag = CSS.escape(element.localName)
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName)
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag
}

function stepCost(element: Element): number {
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName)
  return alike.length > 1 ? 4 : 2
}
