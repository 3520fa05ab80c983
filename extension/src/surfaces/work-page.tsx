import { useSession, useSessionState } from "../access/session"
import { SessionGate } from "../access/session-gate"
import styles from "./surface.module.css"
import { SurfaceHeader } from "./surface-header"
import { WorkInside } from "./work/work-inside"

/** The full tab: the overviews, the inbox and the bulk messages, with room. */
export function WorkPage() {
  const isIn = useSessionState().kind === "signed-in"
  return (
    <main className={styles.fill}>
      {!isIn && <SurfaceHeader hasLine onHome={() => location.reload()} />}
      <SessionGate>
        <OfOrganisation />
      </SessionGate>
    </main>
  )
}

/** Nothing that was ticked or scrolled to in one organisation is there in another. */
function OfOrganisation() {
  return <WorkInside key={useSession().membership.organisation.id} />
}
