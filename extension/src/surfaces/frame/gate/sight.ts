import { drawn } from "../../../host-page/standing/drawn"

/**
 * Whether this frame, inside somebody else's page, is really seen: IntersectionObserver v2 knows of opacity, filters and everything else that
 * lies over it, in this page and around it. Where Chrome cannot say, it is not seen. What is not told: masks on what holds the frame; whoever
 * holds it (`host-page/case-frame`) refuses those.
 */
export type Sight = "waiting" | "seen" | "unseen"

/** Milliseconds it must have been visible without a break. */
const steadyFor = 300
/** After this many milliseconds without a break, earlier ones count no more. */
const forgottenAfter = 10_000
/** Milliseconds after which a frame that was never seen says so. */
const patience = 1_200
/** Milliseconds a check lasts once the page has drawn itself: Chrome looks again every 100. */
const checkFor = 220
/** Milliseconds that a check waits for the page; a busy one takes some. */
const drawsWithin = 5_000
/** Of the frame's area; the rest is rounding. */
const whole = 0.98
/** Pixels of the screen for one of ours. Chrome's smallest zoom is a quarter: a page that is smaller still hides what it shows. */
const smallest = 0.2

type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean }

/** Watches one element that covers the frame. */
export function makeSight(target: Element) {
  let sight: Sight = "waiting"
  let steady: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined
  /** How often it was covered lately: what flickers as fast as Chrome looks would be missed half the time. */
  let breaks = 0
  const listeners = new Set<() => void>()

  function become(next: Sight) {
    if (sight === next) return
    sight = next
    for (const listener of listeners) listener()
  }
  function meet(isSeen: boolean) {
    if (!isSeen) {
      clearTimeout(steady)
      clearTimeout(calm)
      steady = undefined
      if (sight !== "seen") return
      breaks = Math.min(breaks + 1, 4)
      become("unseen")
    } else if (sight !== "seen") steady ??= setTimeout(trust, steadyFor * 2 ** breaks)
  }
  function trust() {
    become("seen")
    calm = setTimeout(() => {
      breaks = 0
    }, forgottenAfter)
  }

  observe(target, meet)
  setTimeout(() => {
    if (sight === "waiting") become("unseen")
  }, patience)

  return {
    read: () => sight,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /**
     * Looks afresh: whether it is seen now, and goes on being so while the page draws itself and Chrome looks again. A page that draws slowly
     * has not told Chrome yet what it laid over the frame.
     */
    check: (pageHasDrawn: () => Promise<boolean>): Promise<boolean> =>
      new Promise(resolve => {
        if (sight !== "seen" || document.visibilityState !== "visible") return resolve(false)
        let isSeen = false
        const stop = observe(target, now => {
          isSeen = now
          if (!now) end(false)
        })
        const late = setTimeout(() => end(false), drawsWithin)
        function end(isClear: boolean) {
          clearTimeout(late)
          // The first answer may come before this has returned.
          queueMicrotask(() => stop())
          resolve(isClear && isSeen && sight === "seen")
        }
        pageHasDrawn().then(
          isDrawn => (isDrawn ? setTimeout(() => drawn().then(() => end(true)), checkFor) : end(false)),
          () => end(false),
        )
      }),
  }
}

function observe(target: Element, tell: (isSeen: boolean) => void): () => void {
  let isVisible = false
  const say = () => tell(isVisible && devicePixelRatio >= smallest)
  const options = { threshold: [0, 0.5, 0.9, whole, 1], trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver(entries => {
    const last = entries.at(-1) as SeenEntry | undefined
    isVisible = last?.isVisible === true && last.intersectionRatio >= whole
    say()
  }, options as IntersectionObserverInit)
  observer.observe(target)
  addEventListener("resize", say)
  return () => {
    observer.disconnect()
    removeEventListener("resize", say)
  }
}
