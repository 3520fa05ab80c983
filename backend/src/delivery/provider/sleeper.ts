/** Sleeping that can be cut short. */
export type Sleeper = ReturnType<typeof openSleeper>

/** `sleep` ends early when somebody wakes it, `rest` does not; both end at `closing`. */
export function openSleeper(closing: AbortSignal) {
  const ends = new Set<() => void>()
  let wakes = 0
  closing.addEventListener("abort", () => {
    for (const end of [...ends]) end()
  })

  const pause = (milliseconds: number, wakeable: boolean) =>
    new Promise<void>(resolve => {
      if (closing.aborted) return resolve()
      const before = wakes
      const end = () => {
        if (!wakeable && wakes > before && !closing.aborted) return
        finish()
      }
      const finish = () => {
        clearTimeout(timer)
        ends.delete(end)
        resolve()
      }
      const timer = setTimeout(finish, Math.max(0, milliseconds))
      ends.add(end)
    })

  return {
    /** Taken before looking for work and given to `sleep`, so that a wake in between is not slept through. */
    mark: () => wakes,
    sleep: async (milliseconds: number, since: number = wakes) => {
      if (wakes === since) await pause(milliseconds, true)
    },
    rest: (milliseconds: number) => pause(milliseconds, false),
    wake: () => {
      wakes += 1
      for (const end of [...ends]) end()
    },
  }
}
