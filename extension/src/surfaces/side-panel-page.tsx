import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { Header } from "../ui/layout/header"
import { SidePanelInside } from "./case/side-panel-inside"
import styles from "./surface.module.css"

/** Beside the tab: the timeline of a case, and the inbox. */
export function SidePanelPage() {
  const isIn = useSessionState().kind === "signed-in"
  return (
    <main className={styles.fill}>
      {!isIn && <Header onHome={() => location.reload()} />}
      <SessionGate>
        <SidePanelInside />
      </SessionGate>
    </main>
  )
}
