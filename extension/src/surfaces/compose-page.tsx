import { useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import { NotificationBell } from "../notifications/notification-bell"
import { CasePlace } from "./case/case-place"
import { CaseFinder } from "./find/case-finder"
import { useOpenCase } from "./open-case"
import styles from "./surface.module.css"
import { SurfaceHeader } from "./surface-header"

/** Compose as a page of its own: of the case in its address, else of one that is looked for. */
export function ComposePage() {
  const [open, setOpen] = useOpenCase()
  const isIn = useSessionState().kind === "signed-in"
  const bell = isIn && <NotificationBell onOpen={caseRef => setOpen({ caseRef, isWriting: false })} />
  return (
    <main className={styles.fill}>
      <SurfaceHeader hasLine end={bell} onHome={() => setOpen(undefined)} />
      <SessionGate>
        {open ? (
          <CasePlace key={open.caseRef.id} open={open} onOpen={setOpen} look="panel" />
        ) : (
          <CaseFinder onFound={caseRef => setOpen({ caseRef, isWriting: true })} />
        )}
      </SessionGate>
    </main>
  )
}
