import { make } from "../standing/make"
import { words } from "./words"

/** Milliseconds that the frame has for taking its ticket, from when it was loaded. */
const patience = 3_000

export type OpenedFrame = {
  frame: HTMLIFrameElement
  /** The frame took its ticket: it runs. */
  stands: () => void
  /** Nothing is told any more. */
  forget: () => void
}

/**
 * The panel's page in a frame: on an address that holds for this session of the browser only, and without the page's cookies and storage, or
 * pages with COEP would refuse it. `onSilent`: it was loaded and does not run, as under CSP `sandbox`. `onAgain`: it was loaded a second time,
 * because the page moved it; its ticket is used up.
 */
export function openFrame(ticket: string, told: { onSilent: () => void; onAgain: () => void }): OpenedFrame {
  const frame = make("iframe") as HTMLIFrameElement & { credentialless?: boolean }
  let silence: ReturnType<typeof setTimeout> | undefined
  let [isLoaded, isStanding, isForgotten] = [false, false, false]
  frame.title = words.frame
  frame.allow = "clipboard-write"
  frame.credentialless = true
  frame.addEventListener("load", () => {
    if (isForgotten) return
    if (isLoaded) return told.onAgain()
    isLoaded = true
    if (isStanding) return
    silence = setTimeout(told.onSilent, patience)
  })
  frame.src = `${chrome.runtime.getURL("tabs/compose.html")}#ticket=${ticket}`
  return {
    frame,
    stands: () => {
      isStanding = true
      clearTimeout(silence)
      frame.focus()
    },
    forget: () => {
      isForgotten = true
      clearTimeout(silence)
      frame.remove()
    },
  }
}
