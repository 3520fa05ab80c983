import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { PopupInside } from "./find/popup-inside"
import styles from "./surface.module.css"
import { SurfaceHeader } from "./surface-header"

/** The toolbar's window: find a case, write, send. */
export function PopupPage() {
  const isIn = useSessionState().kind === "signed-in"
  return (
    <main className={styles.popup}>
      {!isIn && <SurfaceHeader hasLine onHome={() => location.reload()} />}
      <SessionGate>
        <PopupInside />
      </SessionGate>
    </main>
  )
}
