import { makeHost } from "../standing/make"

/** The key that presses the mark while its field has the focus. Alt+M opens the panel; Alt+Shift+M opens the files on a Chromebook. */
const words = "Casepost: relations and colleagues (Alt+Shift+R)"

/** As short as it can be; what holds a frame too is in `picker/open-picker`. The case is drawn here: a page may forbid everything made from text. */
const styles = `div{all:unset;position:fixed;inset:0 auto auto 0;z-index:2147483647;color-scheme:light dark;--a:#2b4bd0;--s:#eef1fe;--l:#c3cdf9;--f:#fff}
button{all:unset;position:fixed;display:grid;place-content:center;width:22px;height:22px;border:1px solid var(--l);border-radius:6px;background:var(--f);cursor:pointer}
button:hover,[aria-expanded=true]{border-color:var(--a);background:var(--s)}
u{border-radius:7px;background:var(--a);zoom:.7;forced-color-adjust:none}
u:before{content:"";display:block;width:26px;height:26px;background:#fff;clip-path:path(evenodd,"M7 7h4l2 2h6a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM5 11l8 5 8-5v2l-8 5-8-5z")}
[hidden]{display:none}
@media(prefers-color-scheme:dark){div{--a:#4462e3;--s:#1b2138;--l:#35427a;--f:#1e2128}}`

export type Mark = { host: HTMLElement; box: HTMLElement; button: HTMLElement }

/** What is drawn in the page: in a closed root and in the top layer, so that no style, stacking or scrolling box of the page reaches it. */
export function drawMark(holder: Element, onPress: () => void): Mark {
  const button = document.createElement("button")
  button.append(document.createElement("u"))
  button.tabIndex = -1
  button.title = words
  button.ariaLabel = words
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
