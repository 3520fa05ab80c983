import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { Header } from "../ui/layout/header"
import { PopupInside } from "./find/popup-inside"
import styles from "./surface.module.css"

/** The toolbar's window: find a case, write, send. */
export function PopupPage() {
  const isIn = useSessionState().kind === "signed-in"
  return (
    <main className={styles.popup}>
      {!isIn && <Header hasLine onHome={() => location.reload()} />}
      <SessionGate>
        <PopupInside />
      </SessionGate>
    </main>
  )
}
