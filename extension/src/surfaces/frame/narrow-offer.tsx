import { PanelRight } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import styles from "./frame.module.css"
import { FrameBar } from "./frame-bar"
import { closeFrame, toSidePanel } from "./frame-calls"
import { words } from "./words"

/** A page that a panel would cover too much of: the side panel moves it aside instead. */
export function NarrowOffer({ onStay }: { onStay: () => void }) {
  useShortcuts({ escape: closeFrame })
  return (
    <main className={styles.cannot}>
      <FrameBar onClose={closeFrame} />
      <div className={styles.middle}>
        <EmptyState
          isPage
          icon={PanelRight}
          title={words.narrow}
          action={
            <span className={styles.choices}>
              <Button kind="primary" icon={PanelRight} autoFocus onPress={toSidePanel}>
                {words.openSidePanel}
              </Button>
              <Button kind="ghost" onPress={onStay}>
                {words.writeHere}
              </Button>
            </span>
          }
        >
          {words.narrowMore}
        </EmptyState>
      </div>
    </main>
  )
}
