/** Chance that falls the same everywhere: the demo organisation is one and the same on every computer. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number
  whole: (from: number, to: number) => number
  pick: <Thing>(things: readonly Thing[]) => Thing
  happens: (probability: number) => boolean
}

/** Mulberry32: small, and good enough for believable names and amounts. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: things => {
      const thing = things[whole(0, things.length - 1)]
      if (thing === undefined) throw new Error("Nothing to pick from.")
      return thing
    },
    happens: probability => next() < probability,
  }
}
