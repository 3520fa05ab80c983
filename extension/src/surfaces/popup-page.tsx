import { ScanSearch } from "lucide-react"
import { SessionGate } from "../access/session-gate"
import { EmptyState } from "../ui/feedback/empty-state"
import { Header } from "../ui/layout/header"
import styles from "./surface.module.css"
import { words } from "./words"

/** The toolbar's window: find a case, write, send. */
export function PopupPage() {
  return (
    <main className={styles.popup}>
      <Header hasLine onHome={() => location.reload()} />
      <SessionGate>
        <EmptyState icon={ScanSearch} title={words.noCase}>
          {words.noCaseMore}
        </EmptyState>
      </SessionGate>
    </main>
  )
}
