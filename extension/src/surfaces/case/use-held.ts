import { useEffect, useRef } from "react"

/** Tells, while mounted, whether something here must not change its case. */
export function useHeld(isHeld: boolean, onHeld: ((isHeld: boolean) => void) | undefined): void {
  const latest = useRef(onHeld)
  latest.current = onHeld
  useEffect(() => {
    if (!isHeld) return
    latest.current?.(true)
    return () => latest.current?.(false)
  }, [isHeld])
}
