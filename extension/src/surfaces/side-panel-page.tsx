import { ScanSearch } from "lucide-react"
import { SessionGate } from "../access/session-gate"
import { EmptyState } from "../ui/feedback/empty-state"
import { Header } from "../ui/layout/header"
import styles from "./surface.module.css"
import { words } from "./words"

/** Beside the tab: the timeline of a case, and the inbox. */
export function SidePanelPage() {
  return (
    <main className={styles.fill}>
      <Header onHome={() => location.reload()} />
      <SessionGate>
        <EmptyState icon={ScanSearch} title={words.noCase}>
          {words.noCaseMore}
        </EmptyState>
      </SessionGate>
    </main>
  )
}
