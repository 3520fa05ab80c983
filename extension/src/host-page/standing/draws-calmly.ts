/** Milliseconds a page must go on drawing itself. */
const calmFor = 250
/** Milliseconds between two pictures, from which on a page is held up. */
const longestPause = 100
/** Milliseconds after which nobody waits any more. */
const patience = 10_000

/**
 * Whether this page draws itself without a pause for a while. In a pause Chrome goes on moving and fading what is animated or scrolled, and
 * tells nobody that this lies over our frame by now: a page that works between two pictures could cover it in every one of them.
 */
export function drawsCalmly(): Promise<boolean> {
  return new Promise(resolve => {
    const asked = performance.now()
    let [since, last] = [Number.NaN, Number.NaN]
    const look = () => {
      const now = performance.now()
      if (!(now - last <= longestPause)) since = now
      last = now
      if (now - since >= calmFor) resolve(true)
      else if (now - asked >= patience) resolve(false)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
