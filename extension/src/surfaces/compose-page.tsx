import { SessionGate } from "../access/session-gate"
import { Header } from "../ui/layout/header"
import { CasePlace } from "./case/case-place"
import { CaseFinder } from "./find/case-finder"
import { useOpenCase } from "./open-case"
import styles from "./surface.module.css"

/** Compose as a page of its own: of the case in its address, else of one that is looked for. */
export function ComposePage() {
  const [open, setOpen] = useOpenCase(false)
  return (
    <main className={styles.fill}>
      <Header hasLine onHome={() => setOpen(undefined)} />
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
