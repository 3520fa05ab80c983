import { useSyncExternalStore } from "react"

/** Asked before a place is left where something was typed; `go` leaves after all. */
export type LeaveGuard = (go: () => void) => void

let place = readPlace()
let guard: LeaveGuard | undefined
const listeners = new Set<() => void>()

function readPlace(): string {
  return typeof location === "undefined" ? "" : location.hash.replace(/^#\/?/, "")
}

if (typeof window !== "undefined")
  window.addEventListener("hashchange", () => {
    const next = readPlace()
    if (next === place) return
    if (!guard) return show(next)
    // A link, the back button and a typed address have all changed the address by now: it is put back until the answer is there.
    history.pushState(null, "", `#/${place}`)
    guard(() => goTo(next))
  })

/** The place within a page of ours: `relations/new` of `options.html#/relations/new`; empty at the start. */
export function usePlace(): string {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => place,
  )
}

/** Goes to a place of this page without asking: what was typed is saved, or given up. */
export function goTo(next: string): void {
  show(next)
  location.hash = `#/${next}`
}

/** Shows a place in the stead of this one: the back button leads past it. */
export function replaceWith(next: string): void {
  show(next)
  history.replaceState(null, "", `#/${next}`)
}

/** Leaves what is on screen, after asking where something was typed and not saved. */
export function leave(go: () => void): void {
  if (guard) guard(go)
  else go()
}

/** Asks with this from now on; undefined: nothing is unsaved any more. */
export function guardLeaving(next: LeaveGuard | undefined): void {
  guard = next
}

function show(next: string) {
  place = next
  for (const listener of listeners) listener()
}
