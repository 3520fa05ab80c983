/** Bad days on request: what the next sending requests will meet. Only tests and curious people ask for one. */

/** What goes wrong. "after-accept": the mail is taken in, and its sender does not learn it. */
export const faultModes = [
  "drop-before-accept",
  "drop-after-accept",
  "error-after-accept",
  "unavailable",
  "stall",
  "rate-limit",
  "daily-quota",
  "monthly-quota",
] as const

/** `times` requests meet it (1 unless told); `seconds` is how long a stall lasts (30), or the retry-after (1). */
export interface Fault {
  mode: (typeof faultModes)[number]
  times?: number
  seconds?: number
}

export type Faults = ReturnType<typeof keepFaults>

/** Keeps the faults still to come, in the order they were asked for. */
export function keepFaults(initial: Fault[]) {
  let coming = initial.map(fault => ({ ...fault }))

  return {
    add(fault: Fault) {
      coming.push({ ...fault })
    },
    /** The fault the present request meets. */
    take(): Fault | undefined {
      const [first] = coming
      if (!first) return undefined
      first.times = (first.times ?? 1) - 1
      if (first.times <= 0) coming.shift()
      return first
    },
    list(): Fault[] {
      return coming.map(fault => ({ ...fault }))
    },
    clear() {
      coming = []
    },
  }
}
