import { ScanSearch } from "lucide-react"
import { SessionGate } from "../access/session-gate"
import { EmptyState } from "../ui/feedback/empty-state"
import { Header } from "../ui/layout/header"
import styles from "./surface.module.css"
import { words } from "./words"

/** Compose as a page of its own. */
export function ComposePage() {
  return (
    <main className={styles.fill}>
      <Header hasLine onHome={() => location.reload()} />
      <SessionGate>
        <EmptyState icon={ScanSearch} title={words.noCase}>
          {words.noCaseMore}
        </EmptyState>
      </SessionGate>
    </main>
  )
}
