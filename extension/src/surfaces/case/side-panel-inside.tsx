import type { CaseRef } from "@casepost/shared/cases"
import { Search } from "lucide-react"
import { useState } from "react"
import { useSession } from "../../access/session"
import { useUnread } from "../../inbox/count-unread"
import { Inbox } from "../../inbox/inbox"
import { replySubject } from "../../messages/compose/reply-subject"
import { NotificationBell } from "../../notifications/notification-bell"
import { IconButton } from "../../ui/buttons/icon-button"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { Tab, TabList, TabPanel, Tabs } from "../../ui/layout/tabs"
import { useSelectedText } from "../follow/use-selected-text"
import { useTabCase } from "../follow/use-tab-case"
import type { OpenCase } from "../open-case"
import { SurfaceHeader } from "../surface-header"
import { words } from "../words"
import { PanelOverviews } from "../work/panel-overviews"
import { usePanelOverviews } from "../work/panel-overviews-state"
import { SidePanelCase } from "./side-panel-case"

/** Three tabs: the case of the browser's tab (or the chosen one), the inbox, and the overviews. */
export function SidePanelInside() {
  const { membership } = useSession()
  const unread = useUnread(membership.organisation.id)
  const tabCase = useTabCase()
  const [selected, forgetSelected] = useSelectedText()
  const [chosenTab, setTab] = useState("case")
  const [hasKeys, setKeys] = useState(false)
  const overviews = usePanelOverviews()
  // What was selected in the page goes before whatever is looked at here.
  const tab = selected === undefined ? chosenTab : "case"
  // An overview has keys of its own, and its own list of them.
  useShortcuts({ "?": () => setKeys(true) }, tab !== "overviews")
  useShortcuts({ "/": find }, tab === "case")
  function find() {
    forgetSelected()
    tabCase.choose(undefined)
    setTab("case")
  }
  function home() {
    forgetSelected()
    tabCase.follow()
    setTab("case")
  }
  function show(next: OpenCase) {
    tabCase.choose(next)
    setTab("case")
  }
  return (
    <>
      <Tabs
        selectedKey={tab}
        onSelectionChange={next => {
          forgetSelected()
          setTab(next)
        }}
      >
        <SurfaceHeader
          onHome={home}
          end={
            <>
              <IconButton icon={Search} size="sm" label={words.search} onPress={find} />
              <NotificationBell onOpen={caseRef => show({ caseRef, isWriting: false })} />
            </>
          }
        >
          <TabList label={words.panelTabs}>
            <Tab id="case">{words.case}</Tab>
            <Tab id="inbox" count={unread}>
              {words.inbox}
            </Tab>
            <Tab id="overviews">{words.overviews}</Tab>
          </TabList>
        </SurfaceHeader>
        <TabPanel id="case">
          <SidePanelCase
            tabCase={tabCase}
            selected={selected}
            onSelected={(caseRef: CaseRef) => {
              forgetSelected()
              tabCase.keep({ caseRef, isWriting: true })
            }}
          />
        </TabPanel>
        <TabPanel id="inbox">
          <Inbox
            unread={unread}
            onOpen={caseRef => show({ caseRef, isWriting: false })}
            onReply={(caseRef, subject) => show({ caseRef, isWriting: true, subject: replySubject(subject) })}
            onKeys={() => setKeys(true)}
          />
        </TabPanel>
        <TabPanel id="overviews">
          <PanelOverviews state={overviews} onOpen={caseRef => show({ caseRef, isWriting: false })} />
        </TabPanel>
      </Tabs>
      {/* Outside the tabs: they build their children a second time to count them, and a dialog with them. */}
      <ShortcutList isOpen={hasKeys} onOpenChange={setKeys} />
    </>
  )
}
