import { Check } from "lucide-react"
import { useState } from "react"
import { useSessionState } from "../../access/session"
import { SessionGate } from "../../access/session-gate"
import type { FrameGrant } from "../../host-page/calls"
import styles from "./frame.module.css"
import { FrameBar } from "./frame-bar"
import { closeFrame, toSidePanel } from "./frame-calls"
import { NarrowOffer } from "./narrow-offer"
import { PanelCase } from "./panel-case"
import { useIsNarrow } from "./use-is-narrow"
import { words } from "./words"

/** The panel in a page: whoever is signed in writes about the case the page shows. */
export function PanelInside({ grant, isShown }: { grant: FrameGrant; isShown: boolean }) {
  const { kind } = useSessionState()
  /** What the draft is about, as long as there is one. */
  const [about, setAbout] = useState<string | undefined>()
  const narrow = useIsNarrow(grant.tabId)
  const kept = about !== undefined && (
    <span className={styles.kept}>
      <Check size={14} aria-hidden="true" />
      {words.draftKept}
    </span>
  )
  if (narrow.isNarrow === undefined) return null
  if (narrow.isNarrow) return isShown ? <NarrowOffer onStay={narrow.stay} /> : null
  return (
    <main className={styles.panel} aria-label={words.panel}>
      {isShown && kind !== "signed-in" && kind !== "ended" && <FrameBar onClose={closeFrame} />}
      <SessionGate
        kept={about && words.kept(about)}
        head={<FrameBar end={kept} onCollapse={toSidePanel} onClose={closeFrame} />}
      >
        <PanelCase grant={grant} isShown={isShown} onDraft={setAbout} />
      </SessionGate>
    </main>
  )
}
