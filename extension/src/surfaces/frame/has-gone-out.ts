import type { QueryClient } from "@tanstack/react-query"

/**
 * Waits for what is on its way out of this frame, such as a message that was sent in the moment before the panel is closed: a frame that goes
 * takes it along. @returns whether nothing of it was refused; a refusal has to be read
 */
export async function hasGoneOut(queries: QueryClient): Promise<boolean> {
  // Whoever waited for the draft to be saved calls only after everybody else who did.
  await new Promise(resolve => setTimeout(resolve))
  const deeds = queries.getMutationCache()
  const going = deeds.findAll({ status: "pending" })
  await new Promise<void>(resolve => {
    const stop = deeds.subscribe(look)
    function look() {
      if (going.some(({ state }) => state.status === "pending")) return
      queueMicrotask(() => stop())
      resolve()
    }
    look()
  })
  return going.every(({ state }) => state.status !== "error")
}
