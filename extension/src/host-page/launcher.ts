/**
 * The launcher: put into the pages of tools that are on, and there the only thing of ours before a click. It stays below 2 kB (gzip) and asks
 * no server for anything.
 */
import type { HostCall, HostOrder, LauncherState } from "./calls"
import { mark } from "./launcher/mark"
import { styles } from "./launcher/styles"
import { make, makeHost } from "./standing/make"
import { isAlive, stand } from "./standing/stand"
import { world } from "./standing/world"

if (!world.casepostLauncher) {
  world.casepostLauncher = {}
  // A page that Chrome only prepares has no tab yet.
  if ("prerendering" in document && document.prerendering)
    document.addEventListener("prerenderingchange", begin, { once: true })
  else begin()
}

function begin(): void {
  void tell({ kind: "launcher-ready" }).then(state => {
    if (state) standHere(state)
    else delete world.casepostLauncher
  })
}

function standHere({ unread, top }: LauncherState): void {
  let cases = 0
  let [grip, start, isHeld, isDragged] = [0, 0, false, false]
  const bubble = make("b")
  const found = make("i")
  const button = make("button", [mark(), found, bubble])
  const hide = make("button", [new Text("×")])
  const box = make("div", [button, hide])
  const host = makeHost(styles, box)
  const over = new AbortController()

  const show = () => {
    box.style.top = `clamp(8px,${top * 100}vh,100vh - 84px)`
    bubble.textContent = unread > 99 ? "99+" : unread ? `${unread}` : ""
    found.textContent = cases ? casesIn(cases) : ""
    button.ariaLabel = `Casepost${unread ? `, ${unread} unread` : ""}${cases ? `, ${casesIn(cases)} on this page` : ""}`
  }
  const move = (to: number) => {
    top = Math.min(1, Math.max(0, to))
    show()
  }
  const keep = () => tell({ kind: "launcher-moved", top })
  const obey = (order: HostOrder) => {
    if (order.kind === "unread") unread = order.unread
    if (order.kind === "found") cases = order.cases
    if (order.kind === "launcher-away" || order.kind === "all-away") leave()
    show()
  }
  const goAway = () => {
    over.abort()
    if (isAlive()) chrome.runtime.onMessage.removeListener(obey)
    delete world.casepostLauncher
  }
  const hideHere = () => {
    void tell({ kind: "launcher-hidden" })
    leave()
  }
  const on = (target: EventTarget, types: string, heard?: (event: PointerEvent & KeyboardEvent) => void) => {
    for (const type of types.split(" "))
      target.addEventListener(
        type,
        event => {
          if (!isAlive()) leave()
          else if (event.isTrusted) heard?.(event as PointerEvent & KeyboardEvent)
        },
        over,
      )
  }

  hide.title = "Hide on this site. My settings bring it back."
  button.title = "Arrow keys move it, Delete hides it on this site"
  on(box, "pointerenter focusin")
  on(document, "visibilitychange")
  // The focus stays where it is in the page, and comes back there when the panel closes.
  on(box, "mousedown", event => event.preventDefault())
  on(button, "pointerdown", event => {
    start = event.clientY
    grip = start - box.getBoundingClientRect().top
    isHeld = !event.button
    isDragged = false
    button.setPointerCapture(event.pointerId)
  })
  on(button, "pointermove", ({ clientY }) => {
    isDragged ||= isHeld && Math.abs(clientY - start) > 4
    if (isHeld && isDragged) move((clientY - grip) / innerHeight)
  })
  on(button, "pointerup pointercancel", () => {
    if (isHeld && isDragged) void keep()
    isHeld = false
  })
  on(button, "click", ({ detail }) => {
    // The click that ends a drag is none; one by a key has no detail.
    if (!isDragged || !detail) void tell({ kind: "launcher-pressed" })
  })
  on(button, "keydown", event => {
    const step = { ArrowUp: -16, ArrowDown: 16 }[event.key]
    if (step) {
      move((box.getBoundingClientRect().top + step) / innerHeight)
      void keep()
    } else if (event.key === "Delete") hideHere()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  on(hide, "click", hideHere)

  show()
  chrome.runtime.onMessage.addListener(obey)
  const leave = stand({ host, box, onGone: goAway })
  world.casepostLauncher = { host, focus: () => button.focus() }
}

function tell(call: HostCall): Promise<LauncherState | undefined> {
  return chrome.runtime.sendMessage<HostCall, LauncherState | undefined>(call).catch(() => undefined)
}

function casesIn(cases: number): string {
  return `${cases} case${cases === 1 ? "" : "s"}`
}
