import type { Findings } from "./findings"
import type { PageRules } from "./rules"

/**
 * The runtime calls between scripts in a host page, our frames in it, and the worker. A call is decided by who sent it: the worker looks at
 * `sender`, never at what the message says of itself. Nothing goes through the page: no `postMessage`, no DOM events.
 */

/** From a script of ours in a host page (its isolated world). */
export type HostCall =
  /** The launcher stands; answered with `LauncherState`, or nothing where it must go again. */
  | { kind: "launcher-ready" }
  /** A real click on the launcher: toggles the panel of this tab. */
  | { kind: "launcher-pressed" }
  | { kind: "launcher-hidden" }
  /** Where it was dragged or moved to, in parts of the window's height (0 to 1). */
  | { kind: "launcher-moved"; top: number }
  /** The panel's frame was thrown out of the page and put back: answered with a new ticket, at most three times a page. */
  | { kind: "panel-again" }
  /** The mark in a field was pressed, or its key: answered with a ticket for the recipients' frame. Nothing of the field comes along. */
  | { kind: "field-pressed" }
  /** The person closed the panel from the page's side (Esc on the host), or the page took it away for good. */
  | { kind: "panel-gone" }
  /** A real click on "Open in side panel", where no frame of ours can run in the page. */
  | { kind: "panel-instead" }

/** `top`: in parts of the window's height. */
export type LauncherState = { unread: number; top: number }

/** From the worker to scripts of ours in one tab or frame. */
export type HostOrder =
  | { kind: "unread"; unread: number }
  | { kind: "found"; cases: number }
  | { kind: "launcher-away" }
  /** To all frames of a tab: its tool was switched off, and whatever stands there of ours goes. */
  | { kind: "all-away" }
  /** `toggles`: an open panel is closed instead. */
  | { kind: "show-panel"; ticket: string; toggles: boolean }
  /** The panel's frame took its ticket: it runs. Where this does not come, the page keeps frames of ours from running. */
  | { kind: "frame-stands" }
  | { kind: "close-panel" }
  | { kind: "put-address"; name: string; address: string }
  | { kind: "close-field" }
  /**
   * From a frame of ours to the script that holds it (`tabs.sendMessage`, never over the worker): answered once the page has drawn itself for a
   * while without a pause, with false where it does not, or something masks the frame. What it laid over it before, Chrome knows of by then.
   */
  | { kind: "draw" }
  /** From the recipients' frame to the script that opened it (`tabs.sendMessage`, never over the worker); answered with `FieldState`. */
  | { kind: "read-field" }
  /** From the recipients' frame likewise: how high it would be, in pixels. */
  | { kind: "fit-field-frame"; height: number }

/** What the recipients' frame learns of the field: the addresses in it, so that they are ticked. Kept in that frame, sent nowhere. */
export type FieldState = {
  addresses: string[]
  /** An `input[type=email]` without `multiple` that holds an address: nothing more fits. */
  isFull: boolean
  /** The address of the page, or frame, that it stands in. */
  page: string
}

/** From a page of ours in a frame of a host page (compose, recipients). */
export type FrameCall =
  /** Answered with `FrameGrant`, or nothing: then it shows no data and offers the side panel only. */
  | { kind: "redeem-ticket"; ticket: string }
  | { kind: "close-frame" }
  /** Opens the side panel with what the frame shows, within the click. */
  | { kind: "to-side-panel" }
  | { kind: "put-address"; name: string; address: string }
  /** How many cases fit, for the launcher's words: "5 cases on this page". */
  | { kind: "cases-found"; cases: number }

/** What a frame learns for its ticket. It holds for the document it was given to, and no longer. */
export type FrameGrant = {
  purpose: "panel" | "recipients"
  tabId: number
  /** Of the script that asked: 0 is the page itself. */
  openerFrameId: number
  /** As chosen by the context menu, where that opened the panel. */
  selected?: string
}

/** What was chosen in a page for "Message this case": kept under this key of `storage.session` for the side panel, or popup, of that window. */
export const selectedTextKey = "selectedText"
export type SelectedText = { text: string; windowId: number; at: number }

/** Over a port (`tabs.connect`, name `finder`) between a page of ours and the finder in each frame of a tab. */
export type FinderOrder = { kind: "watch"; rules: PageRules } | { kind: "look" }
export type FinderAnswer = { kind: "findings"; findings: Findings }
