import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { ListChecks, PencilLine } from "lucide-react"
import { type KeyboardEvent, useCallback, useState } from "react"
import { DraftSaved } from "../../drafts/draft-saved"
import { LaterDialog } from "../../messages/send-later/later-dialog"
import { Tab, TabList, TabPanel, Tabs } from "../../ui/layout/tabs"
import { goTo } from "../../ui/place/place"
import { type CheckFilter, CheckFilters, checkFilters, countOf } from "../check/check-filters"
import { CheckTab } from "../check/check-tab"
import { DiscardDialog } from "../draft/discard-dialog"
import { BulkFrame } from "../frame/bulk-frame"
import { PreviewPane } from "../preview/preview-pane"
import { chosenInWords, words } from "../words"
import { useBulkWriting } from "./use-bulk-writing"
import { WriteTab } from "./write-tab"
import styles from "./writing.module.css"
import { WritingFoot } from "./writing-foot"
import { WritingNotices } from "./writing-notices"

const leavesOut: readonly CheckFilter[] = ["missing", "do-not-message", "no-right", "settled", "taken-out"]

/** A bulk message that is being written: one window with Write and Check, one real message at the right, the same foot. */
export function BulkWriting({ message }: { message: BulkMessage }) {
  const writing = useBulkWriting(message)
  const [tab, setTab] = useState("write")
  const [filter, setFilter] = useState<CheckFilter>("all")
  const [isFilling, setFilling] = useState(false)
  const [isLater, setLater] = useState(false)
  const [chosen, setChosen] = useState<number | undefined>()
  const onPosition = useCallback((position: number) => setChosen(position), [])
  const position = chosen ?? 0
  const [isDiscarding, setDiscarding] = useState(false)
  const leave = () => goTo(`${message.kind}s`)

  function check(shown: CheckFilter, fill = false) {
    setFilter(shown)
    setFilling(fill)
    setTab("check")
  }
  function send() {
    if (writing.why) setTab("write")
    void writing.send()
  }
  /** In the capture phase, because the editor would keep these keys. */
  function onKeys(event: KeyboardEvent) {
    const isControl = event.ctrlKey || event.metaKey
    if (!isControl || event.key !== "Enter" || isLater || document.querySelector("[role=dialog], [role=alertdialog]"))
      return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) setLater(true)
    else send()
  }
  return (
    <BulkFrame
      about={chosenInWords(message)}
      phase={message.state}
      saved={<DraftSaved draft={writing.draft} />}
      closeLabel={words.close}
      onClose={leave}
      onKeys={onKeys}
      preview={
        <PreviewPane message={message} position={position} isFirst={chosen === undefined} onPosition={onPosition} />
      }
      foot={
        <WritingFoot
          writing={writing}
          onFillIn={() => check("missing", true)}
          onShowLeftOut={() =>
            check(checkFilters.find(one => leavesOut.includes(one) && countOf(message, one) > 0) ?? "all")
          }
          onSend={send}
          onLater={() => setLater(true)}
          onTest={() => void writing.test(position)}
          onDiscard={() => setDiscarding(true)}
        />
      }
    >
      <Tabs selectedKey={tab} onSelectionChange={setTab} keyboardActivation="manual">
        <div className={styles.top}>
          <TabList label={words.write.parts} look="segments">
            <Tab id="write" icon={PencilLine}>
              {words.write.tab}
            </Tab>
            <Tab id="check" icon={ListChecks}>
              {words.write.check(message.total)}
            </Tab>
          </TabList>
          {tab === "write" ? (
            <span className={styles.once}>{words.write.once}</span>
          ) : (
            <CheckFilters message={message} chosen={filter} onChoose={shown => check(shown)} />
          )}
        </div>
        <WritingNotices writing={writing} onRetry={send} />
        <TabPanel id="write">
          <WriteTab writing={writing} />
        </TabPanel>
        <TabPanel id="check">
          <CheckTab
            message={message}
            filter={filter}
            isFilling={isFilling}
            position={position}
            onShow={onPosition}
            isLocked={writing.isLocked}
          />
        </TabPanel>
      </Tabs>
      {isDiscarding && (
        <DiscardDialog
          message={message}
          onClose={() => setDiscarding(false)}
          onDiscarded={() => {
            writing.keeper.consumed()
            leave()
          }}
        />
      )}
      {isLater && (
        <LaterDialog
          title={words.foot.later}
          about={words.foot.laterAbout(message.messages)}
          administration={{ id: message.administrationIds[0], name: message.administrationNames[0] ?? "" }}
          isBusy={writing.isSending}
          onSchedule={async moment => {
            await writing.send(moment.toISOString())
            setLater(false)
          }}
          onClose={() => setLater(false)}
        />
      )}
    </BulkFrame>
  )
}
