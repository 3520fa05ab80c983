import { PanelRight } from "lucide-react"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import styles from "../frame.module.css"
import { FrameBar } from "../frame-bar"
import { closeFrame, toSidePanel } from "../frame-calls"
import { words } from "../words"

/** Shows nothing of anybody: the page covers this frame, or did not get it from us. */
export function CannotWork() {
  return (
    <main className={styles.cannot} data-cannot-work>
      <FrameBar onClose={closeFrame} />
      <div className={styles.middle}>
        <EmptyState
          isPage
          icon={PanelRight}
          title={words.cannot}
          action={
            <Button kind="primary" icon={PanelRight} onPress={() => toSidePanel()}>
              {words.openSidePanel}
            </Button>
          }
        >
          {words.cannotMore}
        </EmptyState>
      </div>
    </main>
  )
}
