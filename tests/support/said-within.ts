import { vi } from "vitest"

/** What was answered within so many milliseconds of the fake clock; undefined where nothing was yet. */
export async function saidWithin<Answer>(milliseconds: number, asked: Promise<Answer>): Promise<Answer | undefined> {
  let said: Answer | undefined
  void asked.then(answer => {
    said = answer
  })
  await vi.advanceTimersByTimeAsync(milliseconds)
  return said
}
