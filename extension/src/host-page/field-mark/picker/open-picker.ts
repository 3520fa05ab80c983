import { keepCaret } from "./caret"
import type { Opening, Picker } from "./field-picker"
import { placeFrame } from "./place-frame"

const styles = `iframe { all: initial; position: fixed; border-radius: 12px; background: var(--f); color-scheme: light dark;
  box-shadow: 0 0 0 1px rgb(20 23 31 / .05), 0 2px 4px rgb(20 23 31 / .04), 0 8px 24px rgb(20 23 31 / .14) }
@media (prefers-color-scheme: dark) { iframe { box-shadow: 0 0 0 1px #353a45, 0 8px 24px rgb(0 0 0 / .5) } }
@media (forced-colors: active) { iframe { outline: 1px solid ButtonText } }`

/** Said by the mark where the page keeps frames of ours from running (a sandbox without scripts). */
const cannot = "Casepost cannot open inside this page"
const firstHeight = 344
/** Milliseconds the frame has to say something. */
const patience = 8_000

/** Opens the recipients' frame under a field. It learns by its ticket what it may show; the page learns nothing. */
export function openPicker({ field, mark, ticket, onLost }: Opening): Picker {
  const putBack = keepCaret(field)
  const frame = document.createElement("iframe")
  let height = firstHeight
  let loads = 0
  const place = () => placeFrame(frame, field, height)
  const silent = setTimeout(() => {
    mark.button.title = cannot
    onLost()
  }, patience)
  addStyles(mark.box)
  // A page that isolates itself takes no other frame, and a credentialless one keeps nothing that a page could find.
  frame.setAttribute("credentialless", "")
  frame.title = "Casepost"
  frame.src = `${chrome.runtime.getURL("tabs/recipients.html")}#ticket=${ticket}`
  // Loaded twice: the page moved it, and its ticket is spent.
  frame.addEventListener("load", () => (++loads > 1 ? onLost() : frame.focus()))
  mark.box.append(frame)
  mark.button.ariaExpanded = "true"
  place()
  frame.focus()
  return {
    place,
    stands: () => clearTimeout(silent),
    fit(wanted) {
      height = Math.max(96, Math.min(wanted, 440))
      place()
    },
    close(back) {
      clearTimeout(silent)
      frame.remove()
      mark.button.ariaExpanded = "false"
      if (back && field.isConnected) putBack()
    },
  }
}

const sheets = new WeakSet<Node>()

function addStyles(box: HTMLElement): void {
  const root = box.getRootNode()
  if (!(root instanceof ShadowRoot) || sheets.has(root)) return
  sheets.add(root)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
}
