import { useEffect, useState } from "react"
import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { usePlace } from "../ui/place/place"
import { FirstRun } from "./first-run"
import { SettingsFrame } from "./settings-frame"

/** First run until somebody has signed in; then the settings. */
export function OptionsPage() {
  const { kind } = useSessionState()
  const place = usePlace()
  const [isWelcome, setWelcome] = useState(false)
  useEffect(() => {
    if (kind === "signed-out") setWelcome(true)
  }, [kind])
  useEffect(() => {
    if (place !== "" && kind === "signed-in") setWelcome(false)
  }, [place, kind])
  if (kind === "signed-out" || isWelcome) return <FirstRun />
  return (
    <SessionGate>
      <SettingsFrame />
    </SessionGate>
  )
}
