import { keepCaret } from "./caret"
import type { Opening, Picker } from "./field-picker"
import { placeFrame } from "./place-frame"

const firstHeight = 344

/** Opens the recipients' frame under a field. It learns by its ticket what it may show; the page learns nothing. */
export function openPicker({ field, mark, ticket, onLost }: Opening): Picker {
  const putBack = keepCaret(field)
  const frame = document.createElement("iframe")
  let height = firstHeight
  let loads = 0
  const place = () => placeFrame(frame, field, height)
  // A page that isolates itself takes no other frame, and a credentialless one keeps nothing that a page could find.
  frame.setAttribute("credentialless", "")
  frame.title = "Casepost"
  frame.src = `${chrome.runtime.getURL("tabs/recipients.html")}#ticket=${encodeURIComponent(ticket)}`
  // Loaded twice: the page moved it, and its ticket is spent.
  frame.addEventListener("load", () => (++loads > 1 ? onLost() : frame.focus()))
  mark.box.append(frame)
  mark.button.ariaExpanded = "true"
  place()
  frame.focus()
  return {
    place,
    fit(wanted) {
      height = Math.max(96, Math.min(wanted, 440))
      place()
    },
    close(back) {
      frame.remove()
      mark.button.ariaExpanded = "false"
      if (back && field.isConnected) putBack()
    },
  }
}
