import { useEffect, useState } from "react"
import type { Upload } from "./uploads"

/**
 * Holds a deed while files are on their way, and does it as it stands when they are there: what was typed, added or taken out meanwhile counts.
 * A form that was left meanwhile does nothing any more.
 */
export function useAfterUploads<Input>(files: readonly Upload[], deed: (input: Input) => Promise<boolean>) {
  const [held, setHeld] = useState<{ input: Input; done: (did: boolean) => void } | undefined>()
  const areComing = files.some(file => file.state === "queued" || file.state === "uploading")
  useEffect(() => {
    if (!held || areComing) return
    setHeld(undefined)
    void deed(held.input).then(held.done)
  })
  return {
    isHeld: held !== undefined,
    /** Gives whether it was done. */
    ask: (input: Input): Promise<boolean> => (areComing ? new Promise(done => setHeld({ input, done })) : deed(input)),
  }
}
