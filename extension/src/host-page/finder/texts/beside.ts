import { around } from "../visible"

const landmarks =
  "aside, nav:not([role]), footer, [role=navigation], [role=complementary], [role=contentinfo], [role=tablist], [role=menu], [role=menubar], [role=listbox], [role=alert], [role=status], [role=log]"

/** Classes by which applications name what stands beside a record: `app-sidebar`, `recent-items`, `activity_feed`. */
const asides =
  /(?:^|[\s_-])(?:side-?bar|side-?nav|recents?|recently|feed|activity|activities|related|notifications?|toasts?|snackbar|flash|alert|menu|navbar)(?:$|[\s_-])/i

/** What a page shows itself is never beside: a box around its heading, or around its main part, is the page. */
const pages = "h1, main, [role=main]"

/** Whether a text stands beside what a page shows: in its navigation, its tabs, a list to choose from, a passing notice. */
export function isBeside(element: Element): boolean {
  const { body } = element.ownerDocument
  for (let outer: Element | null = element; outer && outer !== body; outer = around(outer)) {
    if (outer.matches(pages)) return false
    const isAside = outer.matches(landmarks) || asides.test(outer.getAttribute("class") ?? "")
    if (isAside && !outer.querySelector(pages)) return true
  }
  return false
}
