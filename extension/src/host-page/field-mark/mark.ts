import { makeHost } from "../standing/make"

/** The key that presses the mark while its field has the focus. Alt+M opens the panel; Alt+Shift+M opens the files on a Chromebook. */
const key = "Alt+Shift+R"
const words = `Casepost: relations and colleagues (${key})`

const styles = `
div { all: initial; position: fixed; inset: 0 auto auto 0; width: 0; height: 0; z-index: 2147483647; color-scheme: light dark;
  --a: #2b4bd0; --soft: #eef1fe; --line: #c3cdf9; --bg: #fff; --edge: rgb(20 23 31 / .05) }
@media (prefers-color-scheme: dark) { div { --a: #4462e3; --soft: #1b2138; --line: #35427a; --bg: #1e2128; --edge: rgb(255 255 255 / .1) } }
button, iframe { all: initial; position: fixed; box-sizing: border-box; background: var(--bg) }
button { width: 24px; height: 24px; padding: 2px; border: 1px solid var(--line); border-radius: 6px; cursor: pointer }
button:hover, [aria-expanded=true] { background: var(--soft); border-color: var(--a) }
svg { display: block; width: 18px; height: 18px }
rect { fill: var(--a) }
.flap { fill: none; stroke: var(--a); stroke-width: 2.6 }
iframe { border-radius: 12px; color-scheme: light dark; box-shadow: 0 0 0 1px var(--edge), 0 2px 4px rgb(20 23 31 / .04), 0 8px 24px rgb(20 23 31 / .14) }
[hidden] { display: none }
@media (forced-colors: active) { button, iframe { border: 1px solid ButtonText } }`

export type Mark = { host: HTMLElement; box: HTMLElement; button: HTMLElement }

/** What is drawn in the page: in a closed root and in the top layer, so that no style, stacking or scrolling box of the page reaches it. */
export function drawMark(holder: Element, onPress: () => void): Mark {
  const button = document.createElement("button")
  button.append(drawLogo())
  button.tabIndex = -1
  button.title = words
  button.ariaLabel = words
  button.ariaHasPopup = "dialog"
  button.ariaExpanded = "false"
  const box = document.createElement("div")
  box.append(button)
  const host = makeHost(styles, box)
  // The field keeps its focus, and the page does not hear of a press that is ours.
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    box.addEventListener(kind, event => {
      event.stopPropagation()
      event.preventDefault()
    })
  button.addEventListener("click", event => event.isTrusted && onPress())
  box.popover = "manual"
  holder.append(host)
  box.showPopover()
  return { host, box, button }
}

/** Whether a key is the mark's own, pressed by a person. */
export function isMarkKey(event: KeyboardEvent): boolean {
  return event.isTrusted && event.code === "KeyR" && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey
}

/** Drawn by hand: a page may forbid everything that is made from text (trusted types). */
function drawLogo(): SVGElement {
  const logo = svg("svg", { viewBox: "0 0 44 44", "aria-hidden": "true" })
  logo.append(
    svg("rect", { width: "44", height: "44", rx: "11" }),
    svg("path", {
      fill: "#fff",
      d: "M12 12h6.3c.9 0 1.7.4 2.3 1l1.2 1.2h10.4a2.8 2.8 0 0 1 2.8 2.8v12.9a2.8 2.8 0 0 1-2.8 2.8H12a2.8 2.8 0 0 1-2.8-2.8v-15.1A2.8 2.8 0 0 1 12 12z",
    }),
    svg("path", { class: "flap", d: "m8.5 19 11.6 7.2a3.6 3.6 0 0 0 3.8 0L35.5 19" }),
  )
  return logo
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute] ?? "")
  return element
}
