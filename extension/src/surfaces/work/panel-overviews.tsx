import { type CaseKind, type CaseRef, caseKinds } from "@casepost/shared/cases"
import { ExternalLink } from "lucide-react"
import { ToggleButton, ToggleButtonGroup } from "react-aria-components"
import { Overview } from "../../cases/overview/overview"
import { readView, writeView } from "../../cases/overview/overview-place"
import { IconButton } from "../../ui/buttons/icon-button"
import { words } from "../words"
import { openWork } from "./open-work"
import styles from "./panel-overviews.module.css"
import type { PanelOverviewsState } from "./panel-overviews-state"
import { useSendMessages } from "./use-send-messages"
import { areaOfKind } from "./work-place"

type PanelOverviewsProps = { state: PanelOverviewsState; onOpen: (caseRef: CaseRef) => void }

/** The overviews in the side panel: the same, narrow; with room in the full tab, where messages to many are written. */
export function PanelOverviews({ state, onOpen }: PanelOverviewsProps) {
  const { kind, query } = state
  const sending = useSendMessages(bulkId => void openWork({ area: "bulk", bulkId, query: "" }))
  return (
    <Overview
      key={kind}
      view={readView(kind, query)}
      onView={view => state.setQuery(writeView(view))}
      onOpen={onOpen}
      onSend={sending.send}
      sending={sending.sending}
      restricted={sending.restricted}
      memory={state.memory}
      tabs={
        <ToggleButtonGroup
          aria-label={words.overviewKinds}
          className={styles.kinds ?? ""}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          onSelectionChange={([chosen]) => chosen && state.setKind(chosen as CaseKind)}
        >
          {caseKinds.map(one => (
            <ToggleButton key={one} id={one} className={styles.kind ?? ""}>
              {words.work.areas[areaOfKind[one]]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
      tabsEnd={
        <IconButton
          icon={ExternalLink}
          size="sm"
          label={words.openFullTab}
          onPress={() => void openWork({ area: areaOfKind[kind], query })}
        />
      }
    />
  )
}
