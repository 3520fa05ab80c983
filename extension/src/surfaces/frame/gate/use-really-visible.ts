import { useSyncExternalStore } from "react"
import { setGuard } from "../../../api/guard"
import { Refusal } from "../../../api/refusal"
import type { FrameGrant } from "../../../host-page/calls"
import { words } from "../words"
import { holdKeys } from "./hold-keys"
import { orderOpener } from "./order-opener"
import { makeSight, type Sight } from "./sight"

export const isFramed = window.top !== window

let granted: FrameGrant | undefined
const sight = isFramed ? makeSight(pane()) : undefined
// Before anything else of this page runs: nothing is asked of the backend until the ticket was taken.
if (sight) {
  const cover = () => document.documentElement.toggleAttribute("data-covered", sight.read() !== "seen")
  cover()
  sight.subscribe(cover)
  holdKeys(() => sight.read() !== "seen")
  setGuard({
    ask: () => {
      if (!granted) throw new Refusal("covered", words.cannot)
    },
    letOut: async () => {
      const verdict = await sight.check(pageHasDrawn)
      if (verdict !== "seen") throw new Refusal("covered", words[verdict])
    },
  })
}

/** The ticket was taken: this frame was opened by us, for this tab. */
export function openGuard(grant: FrameGrant): void {
  granted = grant
}

/** Whoever holds the frame in the page can only refuse: where nobody answers, nothing goes out. */
async function pageHasDrawn(): Promise<boolean> {
  return granted !== undefined && (await orderOpener(granted, { kind: "draw" })) === true
}

/** Whether the frame is seen, followed as long as the page stands; what is in the page is hidden while it is not (`frame.css`). */
export function useReallyVisible(): Sight {
  return useSyncExternalStore(sight?.subscribe ?? never, sight?.read ?? unseen)
}

const never = () => () => {}
const unseen = (): Sight => "unseen"

/** Lies over the whole frame and takes no part in anything: only looked at by the observer. */
function pane(): Element {
  const element = document.createElement("i")
  element.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; pointer-events: none"
  element.ariaHidden = "true"
  element.dataset.reactAriaTopLayer = "true"
  document.documentElement.append(element)
  return element
}
