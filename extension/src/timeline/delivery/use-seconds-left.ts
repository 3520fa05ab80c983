import { useEffect, useState } from "react"

/** Seconds until a moment by the server's clock, which is `ahead` milliseconds of ours; 0 once it has passed. */
export function useSecondsLeft(moment: string, ahead: number): number {
  const until = Date.parse(moment) - ahead
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, (until - now) / 1000)
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isOver])
  return left
}
