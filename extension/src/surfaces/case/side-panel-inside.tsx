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
import { CaseFinder } from "../find/case-finder"
import { type OpenCase, useOpenCase } from "../open-case"
import { SurfaceHeader } from "../surface-header"
import { words } from "../words"
import { PanelOverviews } from "../work/panel-overviews"
import { usePanelOverviews } from "../work/panel-overviews-state"
import { CasePlace } from "./case-place"

/** Three tabs: the chosen case, the inbox, and the overviews. */
export function SidePanelInside() {
  const { membership } = useSession()
  const unread = useUnread(membership.organisation.id)
  const [open, setOpen] = useOpenCase(true)
  const [tab, setTab] = useState("case")
  const [hasKeys, setKeys] = useState(false)
  const overviews = usePanelOverviews()
  // An overview has keys of its own, and its own list of them.
  useShortcuts({ "?": () => setKeys(true) }, tab !== "overviews")
  useShortcuts({ "/": find }, tab === "case")
  function find() {
    setOpen(undefined)
    setTab("case")
  }
  function show(next: OpenCase) {
    setOpen(next)
    setTab("case")
  }
  return (
    <>
      <Tabs selectedKey={tab} onSelectionChange={setTab}>
        <SurfaceHeader
          onHome={find}
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
          {open ? (
            <CasePlace key={open.caseRef.id} open={open} onOpen={setOpen} look="panel" />
          ) : (
            <CaseFinder onFound={caseRef => show({ caseRef, isWriting: false })} />
          )}
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
