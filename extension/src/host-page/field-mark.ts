import type { FieldState, HostCall, HostOrder } from "./calls"
import { findMailField, type MailField } from "./field-mark/mail-field"
import { drawMark, isMarkKey, type Mark } from "./field-mark/mark"
import type { Picker } from "./field-mark/picker/field-picker"
import { placeMark } from "./field-mark/place"
import { around } from "./field-mark/row"
import { drawsCalmly } from "./standing/draws-calmly"
import { isAlive } from "./standing/stand"
import { world } from "./standing/world"

/**
 * Offers relations and colleagues in the e-mail fields of a tool: a mark in the field that has the focus, and the recipients' frame under it.
 * It runs in every frame of a tool that wants it, and touches nothing of the page but the field that somebody chose an address for.
 */
type Marked = {
  field: MailField
  mark: Mark
  beat: ReturnType<typeof setInterval>
  picker?: Picker
  isAsking?: boolean
}

let marked: Marked | undefined
const ended = new AbortController()
const heard = new WeakSet<EventTarget>()

function listen<Kind extends keyof WindowEventMap>(
  target: EventTarget,
  kind: Kind,
  on: (event: WindowEventMap[Kind]) => void,
) {
  target.addEventListener(kind, on as EventListener, {
    capture: true,
    passive: kind === "scroll",
    signal: ended.signal,
  })
}

/** Focus that moves within a shadow tree of the page is heard only there. */
function listenIn(root: EventTarget): void {
  if (heard.has(root)) return
  heard.add(root)
  listen(root, "focusin", event => focused(event))
  listen(root, "focusout", () => setTimeout(look))
}

function focused(event: Event): void {
  const path = event.composedPath()
  for (const one of path) if (one instanceof ShadowRoot) listenIn(one)
  if (!marked || path[0] !== marked.mark.host) enter(path[0])
}

function enter(target: EventTarget | undefined): void {
  if (!isStanding()) return
  const field = findMailField(target)
  // Back in the field itself: somebody went on typing there.
  if (marked && field === marked.field) closePicker(false)
  else markField(field)
}

function markField(field: MailField | undefined): void {
  leave()
  if (!field) return
  // Outside an open window of the page the mark would be out of reach, and a press on it would close the window.
  const holder = around(field, "dialog:modal,[role=dialog],[aria-modal=true],:popover-open") ?? document.documentElement
  marked = { field, mark: drawMark(holder, () => void press()), beat: setInterval(look, 200) }
  look()
}

/** Whether field, mark and focus are still there; then the mark follows its field. */
function look(): void {
  if (!marked || !isStanding()) return
  const { field, mark, picker } = marked
  const active = focusIn(document)
  const isHere = active === field || field.contains(active) || (picker && active === mark.host)
  if (field.isConnected && mark.host.isConnected && isHere) {
    placeMark(mark.button, field)
    picker?.place()
  } else leave()
}

function leave(): void {
  if (!marked) return
  const { mark, beat } = marked
  marked = undefined
  clearInterval(beat)
  mark.host.remove()
}

async function press(): Promise<void> {
  if (!marked || marked.isAsking || !isStanding()) return
  if (marked.picker) return closePicker(true)
  const now = marked
  now.isAsking = true
  const call: HostCall = { kind: "field-pressed" }
  const ticket: unknown = await chrome.runtime.sendMessage(call).catch(() => undefined)
  now.isAsking = false
  // No tool that is on has this page (any more).
  if (typeof ticket !== "string") end()
  else if (marked === now)
    now.picker = world.casepostFieldPicker?.open({ ...now, ticket, onLost: () => closePicker(true) })
}

function closePicker(back: boolean): void {
  const picker = marked?.picker
  if (!marked || !picker) return
  marked.picker = undefined
  picker.close(back)
  look()
}

/** An extension that was updated or taken away leaves nothing behind that no longer works. */
function isStanding(): boolean {
  if (!isAlive()) end()
  return !ended.signal.aborted
}

function end(): void {
  ended.abort()
  leave()
  chrome.runtime?.onMessage?.removeListener(hear)
  delete world.casepostFieldMark
}

/** What has the focus, into the open shadow trees of the page. */
function focusIn(root: Document | ShadowRoot): Element | null {
  const active = root.activeElement
  return active?.shadowRoot ? focusIn(active.shadowRoot) : active
}

/** @returns whether it is answered later */
function obey(order: HostOrder, answer: (said: FieldState | boolean | undefined) => void): boolean {
  if (order.kind === "all-away") end()
  const now = marked
  if (!now?.picker) return false
  if (order.kind === "draw") {
    void drawsCalmly().then(answer)
    return true
  }
  if (order.kind === "read-field") {
    now.picker.stands()
    answer(world.casepostFieldPicker?.read(now.field))
  }
  if (order.kind === "fit-field-frame") now.picker.fit(order.height)
  if (order.kind === "close-field") closePicker(true)
  if (order.kind === "put-address") {
    closePicker(true)
    void world.casepostFieldPicker?.put(now.field, order).then(look)
  }
  return false
}

function hear(
  order: HostOrder,
  sender: chrome.runtime.MessageSender,
  answer: (said: FieldState | boolean | undefined) => void,
): boolean {
  return sender.id === chrome.runtime.id && obey(order, answer)
}

function start(): void {
  listenIn(window)
  listen(window, "scroll", look)
  listen(window, "resize", look)
  listen(window, "keydown", event => {
    if (!marked) return
    const isEscape = event.isTrusted && event.key === "Escape" && marked.picker
    if (!isMarkKey(event) && !isEscape) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void press()
  })
  chrome.runtime.onMessage.addListener(hear)
  enter(focusIn(document) ?? undefined)
}

if (!world.casepostFieldMark) {
  world.casepostFieldMark = true
  start()
}
