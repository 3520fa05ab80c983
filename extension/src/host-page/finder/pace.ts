/** Waits for the page to be still this long, in ms, but never longer than `patience` after the first change. */
const still = 400
const patience = 2_000
const atMostOnce = 1_000
const slowest = 10_000

export type Pace = {
  /** Something on the page changed. */
  notice: () => void
  /** Another page: soon again, however seldom this one was looked at. */
  hurry: () => void
  /** Somebody waits for it. */
  lookNow: () => void
  stop: () => void
}

/**
 * When to look: after the page was still, at most once a second, in idle time, never while the tab is hidden. `look` tells whether what it found
 * was new; a page that keeps changing without anything new is looked at ever more seldom, down to once in ten seconds.
 */
export function makePace(look: () => Promise<boolean>): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined
  let interval = atMostOnce
  let first = 0
  let last = 0
  let looked = Number.NEGATIVE_INFINITY
  let isLooking = false
  let isDirty = false
  let isStopped = false

  function plan(): void {
    if (isStopped || isLooking || timer !== undefined || document.hidden) return
    const now = performance.now()
    const due = Math.max(Math.min(last + still, first + patience), looked + interval)
    timer = setTimeout(wake, Math.max(0, due - now))
  }

  function wake(): void {
    timer = undefined
    const now = performance.now()
    if (now < last + still && now < first + patience) plan()
    else requestIdleCallback(() => void run(), { timeout: 1_000 })
  }

  async function run(): Promise<void> {
    if (isStopped || isLooking || document.hidden) return
    isLooking = true
    isDirty = false
    looked = performance.now()
    const isNew = await look().catch(() => false)
    interval = isNew ? atMostOnce : Math.min(interval * 2, slowest)
    isLooking = false
    if (isDirty) plan()
  }

  function notice(): void {
    last = performance.now()
    if (!isDirty) first = last
    isDirty = true
    plan()
  }

  function hurry(): void {
    interval = atMostOnce
    clearTimeout(timer)
    timer = undefined
    notice()
  }

  function lookNow(): void {
    interval = atMostOnce
    isDirty = true
    if (!document.hidden) requestIdleCallback(() => void run(), { timeout: 200 })
  }

  const shown = () => {
    if (!document.hidden && isDirty) plan()
  }
  document.addEventListener("visibilitychange", shown)
  return {
    notice,
    hurry,
    lookNow,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", shown)
    },
  }
}
