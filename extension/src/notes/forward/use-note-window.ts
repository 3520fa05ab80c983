import { useState } from "react"

/** Closing a window of a note: asks when something was chosen in it that would be lost. */
export function useNoteWindow(hasChosen: boolean, onClose: () => void) {
  const [isAsking, setAsking] = useState(false)
  return {
    isAsking,
    close: () => (hasChosen ? setAsking(true) : onClose()),
    stay: () => setAsking(false),
  }
}
