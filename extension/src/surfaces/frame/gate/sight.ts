/**
 * Whether this frame, inside somebody else's page, is really seen: IntersectionObserver v2 knows of opacity, filters and everything else that
 * lies over it, in this page and around it. Where Chrome cannot say, it is not seen. What is not told: masks on what holds the frame; whoever
 * holds it (`host-page/case-frame`) refuses those.
 */
export type Sight = "waiting" | "seen" | "unseen"

/** What a check came to. `busy`: the page was held up, and so it is not certain; `away`: the person went to another tab or window meanwhile. */
export type Verdict = "seen" | "covered" | "busy" | "away"

/** Milliseconds it must have been visible without a break. */
const steadyFor = 300
/** After this many milliseconds without a break, earlier ones count no more. */
const forgottenAfter = 10_000
/** Milliseconds after which a frame that was never seen says so. */
const patience = 1_200
/** Milliseconds after which each of our observers looks again: Chrome allows no less. */
const looksEvery = 100
/** As many take turns: one alone misses most of what flickers as fast as it looks. */
const observers = 3
/** Milliseconds a check lasts once the page has drawn itself: all of them have looked by then. */
const checkFor = 120
/** Milliseconds that a check waits for the page; a busy one takes some. */
const drawsWithin = 8_000
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
    check: (pageHasDrawn: () => Promise<boolean>): Promise<Verdict> =>
      new Promise(resolve => {
        let isSeen = false
        const ends = [
          observe(target, now => {
            isSeen = now
            if (!now) end("covered")
          }),
        ]
        const leave = () => document.visibilityState === "hidden" && end("away")
        const late = setTimeout(() => end("busy"), drawsWithin)
        document.addEventListener("visibilitychange", leave)
        function end(verdict: Verdict) {
          clearTimeout(late)
          document.removeEventListener("visibilitychange", leave)
          // The first answer may come before this has returned.
          queueMicrotask(() => ends.map(stop => stop()))
          resolve(verdict === "seen" && !(isSeen && sight === "seen") ? "covered" : verdict)
        }
        leave()
        if (sight !== "seen") return end("covered")
        pageHasDrawn().then(
          isDrawn => (isDrawn ? setTimeout(() => drawn().then(() => end("seen")), checkFor) : end("busy")),
          () => end("covered"),
        )
      }),
  }
}

/** Watches with observers that take turns: it is seen as long as each of them sees it. The others begin once the first does. */
function observe(target: Element, tell: (isSeen: boolean) => void): () => void {
  const saw = [false]
  const ends: (() => void)[] = []
  const turns: ReturnType<typeof setTimeout>[] = []
  const say = () => tell(saw.every(Boolean) && devicePixelRatio >= smallest)
  const begin = (turn: number) => {
    ends.push(
      look(target, isVisible => {
        saw[turn] = isVisible
        if (turn === 0 && isVisible && turns.length === 0)
          for (let next = 1; next < observers; next++)
            turns.push(setTimeout(begin, (next * looksEvery) / observers, next))
        say()
      }),
    )
  }
  begin(0)
  addEventListener("resize", say)
  return () => {
    for (const turn of turns) clearTimeout(turn)
    for (const end of ends) end()
    removeEventListener("resize", say)
  }
}

function look(target: Element, tell: (isVisible: boolean) => void): () => void {
  const options = { threshold: [0, 0.5, 0.9, whole, 1], trackVisibility: true, delay: looksEvery }
  const observer = new IntersectionObserver(entries => {
    const last = entries.at(-1) as SeenEntry | undefined
    tell(last?.isVisible === true && last.intersectionRatio >= whole)
  }, options as IntersectionObserverInit)
  observer.observe(target)
  return () => observer.disconnect()
}

/** Once this frame has drawn itself since it was asked: the first picture may have been begun before. */
function drawn(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}
