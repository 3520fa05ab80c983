import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import { useRef } from "react"
import { useSession } from "../../access/session"
import { Overview } from "../../cases/overview/overview"
import type { OverviewMemory } from "../../cases/overview/overview-memory"
import { readView, writeView } from "../../cases/overview/overview-place"
import { goTo, replaceWith } from "../../ui/place/place"
import { openSettings } from "../open-settings"
import { CaseBeside } from "./case-beside"
import { useSendMessages } from "./use-send-messages"
import styles from "./work.module.css"
import { type WorkPlace, writeWorkPlace } from "./work-place"

type WorkOverviewProps = {
  kind: CaseKind
  place: WorkPlace
  memory: OverviewMemory
  /** A case of any kind, from inside the one that is open. */
  onCase: (open: CaseRef) => void
}

/** An overview with the case that is open beside it; where there is no room for both, over it. */
export function WorkOverview({ kind, place, memory, onCase }: WorkOverviewProps) {
  const { membership } = useSession()
  const beside = useRef<HTMLElement>(null)
  const sending = useSendMessages(bulkId => goTo(writeWorkPlace({ area: "bulk", bulkId, query: "" })))
  const mayImport = membership.administrations.some(({ right }) => right === "administrator")
  const close = () => goTo(writeWorkPlace({ ...place, open: undefined }))
  return (
    <div className={styles.both}>
      <div className={styles.list} data-beside={place.open !== undefined}>
        <Overview
          view={readView(kind, place.query)}
          onView={(view, how) => {
            const next = writeWorkPlace({ ...place, query: writeView(view) })
            if (how === "typed") replaceWith(next)
            else goTo(next)
          }}
          onOpen={open => {
            // Pressed again, the focus goes on into the case.
            if (open.id === place.open?.id) beside.current?.focus()
            else goTo(writeWorkPlace({ ...place, open }))
          }}
          openId={place.open?.id}
          onSend={sending.send}
          sending={sending.sending}
          restricted={sending.restricted}
          memory={memory}
          onImport={mayImport ? () => void openSettings("import") : undefined}
          isElsewhere={() => beside.current?.contains(document.activeElement) === true}
        />
      </div>
      {place.open && (
        <CaseBeside key={place.open.id} caseRef={place.open} onClose={close} onCase={onCase} place={beside} />
      )}
    </div>
  )
}
