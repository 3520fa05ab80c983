import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { ArrowLeft, Lock, Mail } from "lucide-react"
import { useState } from "react"
import type { UseRecognised } from "../../tools/recognise/use-recognised"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Tab, TabList, TabPanel, Tabs } from "../../ui/layout/tabs"
import { CaseFinder } from "../find/case-finder"
import { CasesOfText } from "../find/cases-of-text"
import { noneInWords, PageCases } from "../find/page-cases"
import { PickNumber } from "../find/pick-number"
import { words as surfaceWords } from "../words"
import { openWork } from "../work/open-work"
import { useSendMessages } from "../work/use-send-messages"
import styles from "./frame.module.css"
import { FrameBar } from "./frame-bar"
import { words } from "./words"

type ChoosingCaseProps = {
  look: UseRecognised
  /** Text that was selected in the page for "Message this case". */
  selected: string | undefined
  /** Somebody wants another case than the one she had. */
  isChoosing: boolean
  back: { name: string; onPress: () => void } | undefined
  onOpen: (caseRef: CaseRef, as: DraftKind | undefined) => void
  onCollapse: () => void
  onClose: () => void
}

/** Where it is not certain which case it is about: what is to be written, and the cases of the page, or the search. */
export function ChoosingCase(props: ChoosingCaseProps) {
  const { back, onCollapse, onClose } = props
  const [as, setAs] = useState<DraftKind | undefined>()
  return (
    <Tabs selectedKey={as ?? "message"} onSelectionChange={chosen => setAs(chosen as DraftKind)}>
      <FrameBar onCollapse={onCollapse} onClose={onClose}>
        <TabList label={surfaceWords.writeAs} look="segments">
          <Tab id="message" icon={Mail}>
            {surfaceWords.message}
          </Tab>
          <Tab id="note" icon={Lock} tone="note">
            {surfaceWords.note}
          </Tab>
        </TabList>
      </FrameBar>
      {back && (
        <div className={styles.back}>
          <Button kind="link" icon={ArrowLeft} onPress={back.onPress}>
            {words.back(back.name)}
          </Button>
        </div>
      )}
      <TabPanel id={as ?? "message"}>
        <Cases {...props} as={as} />
      </TabPanel>
    </Tabs>
  )
}

function Cases({ look, selected, isChoosing, as, onOpen }: ChoosingCaseProps & { as: DraftKind | undefined }) {
  const sending = useSendMessages(bulkId => void openWork({ area: "bulk", bulkId, query: "" }))
  const { recognised, error } = look
  const open = (caseRef: CaseRef) => onOpen(caseRef, as)
  if (selected !== undefined && !isChoosing) return <CasesOfText text={selected} onOpen={open} />
  // A choice among the page's cases, or the page's list; a note is about one case.
  if (recognised?.kind === "several" && !error)
    return (
      <PageCases
        recognised={as === "note" ? { ...recognised, isList: false } : recognised}
        onOpen={open}
        onSendMessages={refs => {
          const [first] = refs
          if (first) sending.send({ by: "ids", kind: first.kind, ids: refs.map(({ id }) => id) })
        }}
        sending={sending.sending}
        restricted={sending.restricted}
      />
    )
  return (
    <>
      {error && (
        <div className={styles.notice}>
          <ProblemNotice problem={error} onRetry={look.retry} />
        </div>
      )}
      <CaseFinder
        onFound={open}
        none={isChoosing ? undefined : noneInWords(recognised?.kind === "none" ? recognised : undefined)}
        action={<PickNumber look={look} />}
        enter={words.write}
      />
    </>
  )
}
