/** The element around a node, out of the shadow trees of the page. */
export function parentOf(node: Node): Element | undefined {
  const parent = node.parentNode
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : undefined
}
