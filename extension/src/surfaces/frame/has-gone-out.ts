import type { QueryClient } from "@tanstack/react-query"

/** Milliseconds it waits at most, with a server that does not answer: longer than the look at what lies over the frame takes. */
const patience = 10_000

/**
 * Waits for what is on its way out of this frame, such as a message that was sent in the moment before the panel is closed: a frame that goes
 * takes it along. @returns whether nothing of it was refused; a refusal has to be read. What nobody answers keeps no panel open: its draft is kept
 */
export async function hasGoneOut(queries: QueryClient): Promise<boolean> {
  // Whoever waited for the draft to be saved calls only after everybody else who did.
  await new Promise(resolve => setTimeout(resolve))
  const deeds = queries.getMutationCache()
  const going = deeds.findAll({ status: "pending" })
  await new Promise<void>(resolve => {
    const late = setTimeout(end, patience)
    const stop = deeds.subscribe(look)
    function look() {
      if (going.some(({ state }) => state.status === "pending")) return
      end()
    }
    function end() {
      clearTimeout(late)
      // The first look may come before this has returned.
      queueMicrotask(() => stop())
      resolve()
    }
    look()
  })
  return going.every(({ state }) => state.status !== "error")
}
