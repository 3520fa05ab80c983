/**
 * The launcher: put into the pages of tools that are on, and there the only thing of ours before a click. It stays below 2 kB (gzip) and asks
 * no server for anything.
 */
import type { HostCall, HostOrder, LauncherState } from "./calls"
import { styles } from "./launcher/styles"
import { make, makeHost } from "./standing/make"
import { isAlive, stand } from "./standing/stand"
import { world } from "./standing/world"

type Heard = PointerEvent & KeyboardEvent

if (!world.casepostLauncher) {
  world.casepostLauncher = {}
  void begin()
}

async function begin(): Promise<void> {
  const state = await tell("launcher-ready")
  if (state) standHere(state)
  else delete world.casepostLauncher
}

function standHere(state: LauncherState & { cases?: number }): void {
  /** How far below its upper edge the pointer holds it. */
  let grip = 0
  let isDragged = false
  const bubble = make("b")
  const found = make("span")
  const button = make("button", found, make("u"), bubble)
  const hide = make("button", "×")
  const box = make("div", button, hide)
  const host = makeHost(styles, box)

  const show = () => {
    const { unread, top, cases } = state
    const many = cases ? `${cases} case${cases > 1 ? "s" : ""}` : ""
    box.style.top = `clamp(8px,${top * 100}vh,100vh - 84px)`
    bubble.textContent = unread > 99 ? "99+" : `${unread || ""}`
    found.textContent = many
    button.ariaLabel = `Casepost${unread ? `, ${unread} unread` : ""}${many && `, ${many} on this page`}`
  }
  const move = (top: number) => {
    state.top = top / innerHeight
    show()
  }
  const keep = () => tell("launcher-moved", state.top)
  const hear: Record<string, (event: Heard) => void> = {
    pointerdown({ clientY, target, pointerId }) {
      grip = clientY - box.offsetTop
      isDragged = false
      ;(target as Element).setPointerCapture(pointerId)
    },
    pointermove({ clientY, target, pointerId }) {
      if (!(target as Element).hasPointerCapture(pointerId)) return
      const top = clientY - grip
      isDragged ||= Math.abs(top - box.offsetTop) > 4
      if (isDragged) move(top)
    },
    pointerup() {
      if (isDragged) void keep()
    },
    click({ target, detail }) {
      // The click that ends a drag is none; one by a key has no detail.
      if (!isDragged || !detail) void tell(target === hide ? "launcher-hidden" : "launcher-pressed")
    },
    keydown(event) {
      const step = { ArrowUp: -16, ArrowDown: 16 }[event.key]
      if (step) {
        move(box.offsetTop + step)
        void keep()
        event.preventDefault()
      } else if (event.key === "Delete") void tell("launcher-hidden")
      event.stopPropagation()
    },
  }

  for (const type in hear)
    box.addEventListener(type, event => {
      if (!isAlive()) leave()
      else if (event.isTrusted) hear[type]?.(event as Heard)
    })
  document.addEventListener("visibilitychange", () => isAlive() || leave())
  // The focus stays where it is in the page, and comes back there when the panel closes.
  box.onmousedown = () => false
  hide.title = "Hide on this site. My settings bring it back"
  button.title = "Arrow keys move it, Delete hides it"
  show()
  chrome.runtime.onMessage.addListener((order: HostOrder) => {
    // `unread` and `cases`, where the order brings them.
    Object.assign(state, order)
    show()
    if (order.kind.endsWith("away")) leave()
  })
  const leave = stand(host, box, () => delete world.casepostLauncher)
  world.casepostLauncher = { host, button }
}

function tell(kind: HostCall["kind"], top?: number): Promise<LauncherState | undefined> {
  return chrome.runtime.sendMessage({ kind, top }).catch(() => undefined)
}
