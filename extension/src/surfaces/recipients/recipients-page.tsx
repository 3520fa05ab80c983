import { SessionGate } from "../../access/session-gate"
import type { FrameGrant } from "../../host-page/calls"
import unseen from "../../ui/text/unseen.module.css"
import { FrameGate } from "../frame/gate/frame-gate"
import { useOpener } from "./field-opener"
import { PickRecipient } from "./pick-recipient"
import styles from "./recipients.module.css"
import { useFittingFrame } from "./use-fitting-frame"
import { words } from "./words"

/** Relations and colleagues for an e-mail field of somebody else's page, in a frame under it. */
export function RecipientsPage() {
  return (
    <FrameGate purpose="recipients" title={words.title}>
      {(grant, isShown) => <Recipients grant={grant} isShown={isShown} />}
    </FrameGate>
  )
}

function Recipients({ grant, isShown }: { grant: FrameGrant; isShown: boolean }) {
  const opener = useOpener(grant)
  const content = useFittingFrame(opener)
  return (
    <main className={styles.page}>
      <h1 className={unseen.spoken}>{words.title}</h1>
      <div ref={content} className={styles.content}>
        {isShown && <SessionGate>{opener && <PickRecipient opener={opener} />}</SessionGate>}
      </div>
    </main>
  )
}
