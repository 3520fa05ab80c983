import type { FinderAnswer, FinderOrder } from "../calls"
import type { PageRules } from "../rules"
import { makePace } from "./pace"
import { readPage } from "./read-page"
import { around, holders } from "./visible"

const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "style", "hidden", "open", "value", "aria-selected", "aria-checked", "aria-hidden"],
}

/** Reads this frame for the page of ours at the other end of a port, and again when it changed, until the port closes. */
export function watchPage(port: chrome.runtime.Port): void {
  const ending = new AbortController()
  const { signal } = ending
  let rules: PageRules | undefined
  let told = ""
  let toldWithoutWords = ""

  const pace = makePace(async () => {
    // What has not come yet may be what the page is about.
    if (!rules || document.readyState === "loading") return false
    const { findings, roots } = await readPage(rules, () => idle(signal))
    if (signal.aborted) return false
    watchRoots(roots)
    // Hidden meanwhile: what was read is half of it.
    if (document.hidden) pace.notice()
    if (document.hidden) return false
    const all = JSON.stringify(findings)
    const withoutWords = JSON.stringify({ ...findings, words: [] })
    const isNew = withoutWords !== toldWithoutWords
    if (all !== told) port.postMessage({ kind: "findings", findings } satisfies FinderAnswer)
    told = all
    toldWithoutWords = withoutWords
    return isNew
  })

  const observer = new MutationObserver(pace.notice)
  const watched = new WeakSet<Node>()
  function watchRoots(roots: readonly Node[]): void {
    for (const root of roots) {
      if (watched.has(root)) continue
      watched.add(root)
      observer.observe(root, observed)
    }
  }

  function hear(order: FinderOrder): void {
    if (order.kind === "watch") rules = order.rules
    told = ""
    pace.lookNow()
  }

  port.onMessage.addListener(hear)
  port.onDisconnect.addListener(() => {
    ending.abort()
    pace.stop()
    observer.disconnect()
  })
  watchRoots([document])
  // An application that keeps pages in frames shows and hides them from outside.
  for (const holder of holders())
    for (let outer: Element | null = holder; outer; outer = around(outer))
      observer.observe(outer, { attributeFilter: ["class", "style", "hidden"] })
  document.addEventListener("DOMContentLoaded", pace.lookNow, { signal })
  // A tick is a property and no attribute; a selection is neither.
  document.addEventListener("change", pace.notice, { capture: true, passive: true, signal })
  document.addEventListener("selectionchange", pace.notice, { passive: true, signal })
  addEventListener("popstate", pace.hurry, { signal })
  addEventListener("hashchange", pace.hurry, { signal })
  navigationOf(globalThis)?.addEventListener("currententrychange", pace.hurry, { signal })
}

/** Chrome's Navigation API tells of `pushState` too (https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event). */
function navigationOf(here: object): EventTarget | undefined {
  return "navigation" in here && here.navigation instanceof EventTarget ? here.navigation : undefined
}

/** Lets the page work; false where the look is not wanted any more. */
function idle(signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve =>
    requestIdleCallback(() => resolve(!signal.aborted && !document.hidden), { timeout: 1_000 }),
  )
}
