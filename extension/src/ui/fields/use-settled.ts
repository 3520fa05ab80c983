import { useEffect, useState } from "react"

/** What is being typed, once it has stood still for a moment: what a search may ask the server. */
export function useSettled(typed: string, milliseconds = 120): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), milliseconds)
    return () => clearTimeout(timer)
  }, [typed, milliseconds])
  return settled
}
