import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { SidePanelInside } from "./case/side-panel-inside"
import styles from "./surface.module.css"
import { SurfaceHeader } from "./surface-header"

/** Beside the tab: the timeline of a case, and the inbox. */
export function SidePanelPage() {
  const isIn = useSessionState().kind === "signed-in"
  return (
    <main className={styles.fill}>
      {!isIn && <SurfaceHeader onHome={() => location.reload()} />}
      <SessionGate>
        <SidePanelInside />
      </SessionGate>
    </main>
  )
}
