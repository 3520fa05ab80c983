import type { FrameCall } from "../../host-page/calls"
import { handOver, type OpenCase } from "../open-case"

/** Takes the frame out of the page; the focus goes back to where it was there. */
export function closeFrame(): void {
  tell({ kind: "close-frame" })
}

/** What the frame shows, for the side panel: also where the frame itself was covered meanwhile. */
let shown: OpenCase | undefined

/** Keeps what the frame shows, so that it can go to the side panel at any moment. */
export function showsInFrame(open: OpenCase | undefined): void {
  shown = open
}

/** Opens the side panel with what the frame shows. To be called within the click: Chrome opens it for nothing else. */
export function toSidePanel(): void {
  if (shown) void handOver(shown)
  tell({ kind: "to-side-panel" })
}

/** For the words of the launcher. */
export function tellCasesFound(cases: number): void {
  tell({ kind: "cases-found", cases })
}

function tell(said: FrameCall): void {
  // The worker answers some of them with nothing; after an update of the extension nobody answers.
  void Promise.resolve(chrome.runtime.sendMessage(said)).catch(() => undefined)
}
