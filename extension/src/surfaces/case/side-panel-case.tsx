import type { CaseRef } from "@casepost/shared/cases"
import { useCase } from "../../cases/get-case"
import { caseName } from "../../cases/marks/case-name"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { CaseFinder } from "../find/case-finder"
import { CasesOfText } from "../find/cases-of-text"
import { noneInWords, PageCases } from "../find/page-cases"
import { PickNumber } from "../find/pick-number"
import styles from "../follow/follow.module.css"
import { FollowLine } from "../follow/follow-line"
import { OtherCaseNotice } from "../follow/other-case-notice"
import { ToolOffers } from "../follow/tool-offers"
import type { TabCase } from "../follow/use-tab-case"
import { openWork } from "../work/open-work"
import { useSendMessages } from "../work/use-send-messages"
import { CasePlace } from "./case-place"

type SidePanelCaseProps = {
  tabCase: TabCase
  /** Text that was selected in the page for "Message this case". */
  selected: string | undefined
  onSelected: (caseRef: CaseRef) => void
}

/** The case of the tab, or of somebody's choice; where there is none, what the page shows otherwise, and the search. */
export function SidePanelCase({ tabCase, selected, onSelected }: SidePanelCaseProps) {
  const { open, by, other, isLooking, look } = tabCase
  if (selected !== undefined) return <CasesOfText key={selected} text={selected} onOpen={onSelected} />
  if (!open) return isLooking ? <Skeleton rows={4} /> : <NoOneCase tabCase={tabCase} />
  return (
    <>
      {other && (
        <div className={styles.notice}>
          <OtherCase other={other} here={open.caseRef} isWriting={open.isWriting} onSwitch={tabCase.follow} />
        </div>
      )}
      {/* The tab may show another case in a moment: nothing is begun about this one. */}
      <div className={styles.looking} inert={isLooking}>
        <CasePlace
          key={open.caseRef.id}
          open={open}
          onOpen={tabCase.choose}
          look="panel"
          onHeld={tabCase.setHeld}
          why={
            <FollowLine
              by={by}
              found={look.recognised?.kind === "one" ? look.recognised.found : undefined}
              onKeep={isKept => (isKept ? tabCase.keep(open) : tabCase.release())}
              onLookAgain={look.retry}
            />
          }
        />
      </div>
    </>
  )
}

function NoOneCase({ tabCase }: { tabCase: TabCase }) {
  const { by, look, tab } = tabCase
  const sending = useSendMessages(bulkId => void openWork({ area: "bulk", bulkId, query: "" }))
  const open = (caseRef: CaseRef) => tabCase.choose({ caseRef, isWriting: false })
  const recognised = by === "tab" ? look.recognised : undefined
  if (recognised?.kind === "several")
    return (
      <PageCases
        recognised={recognised}
        onOpen={open}
        onSendMessages={sending.sendAbout}
        sending={sending.sending}
        restricted={sending.restricted}
      />
    )
  const none = recognised?.kind === "none" ? recognised : undefined
  return (
    <>
      {look.error && (
        <div className={styles.notice}>
          <ProblemNotice problem={look.error} onRetry={look.retry} />
        </div>
      )}
      <CaseFinder
        onFound={open}
        none={by === "tab" ? noneInWords(none) : undefined}
        action={<PickNumber look={look} tabId={tab?.id} />}
      />
      {by === "tab" && <ToolOffers url={tab?.url} />}
    </>
  )
}

type OtherCaseProps = { other: { name: string }; here: CaseRef; isWriting: boolean; onSwitch: () => void }

function OtherCase({ other, here, isWriting, onSwitch }: OtherCaseProps) {
  const { data } = useCase(here)
  return (
    <OtherCaseNotice
      shown={other.name}
      here={data && caseName(here.kind, data.number)}
      isWriting={isWriting}
      onSwitch={onSwitch}
    />
  )
}
