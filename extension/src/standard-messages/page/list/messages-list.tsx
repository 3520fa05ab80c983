import type { Membership } from "@casepost/shared/access"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { useQuery } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useRef, useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { useSettled } from "../../../ui/fields/use-settled"
import { useRowKeys } from "../../../ui/keyboard/use-row-keys"
import { useShortcuts } from "../../../ui/keyboard/use-shortcuts"
import { SettingsHead } from "../../../ui/layout/settings-head"
import { NotLoaded } from "../../../ui/lists/not-loaded"
import { goTo } from "../../../ui/place/place"
import { listStandardMessages } from "../../list-standard-messages"
import { words } from "../words"
import { CopyDialog } from "./copy-dialog"
import { MessageFilters } from "./message-filters"
import { MessageTable } from "./message-table"
import styles from "./messages-list.module.css"
import { NoMessages } from "./no-messages"

type MessagesListProps = {
  administration: Membership["administrations"][number]
  /** Just saved: marked and focused. */
  fresh: string | undefined
}

/** The standard messages of an administration. */
export function MessagesList({ administration, fresh }: MessagesListProps) {
  const [typed, setTyped] = useState("")
  const [isArchived, setArchived] = useState(false)
  const [copying, setCopying] = useState<StandardMessageSummary | undefined>()
  const search = useRef<HTMLInputElement>(null)
  const settled = useSettled(typed.trim())
  const list = useQuery(listStandardMessages(administration.id, { search: settled, isArchived }))
  const found = list.data?.standardMessages
  useShortcuts({ "/": () => search.current?.focus() })
  useRowKeys()

  function showAll() {
    setTyped("")
    setArchived(false)
    search.current?.focus()
  }
  return (
    <div className={styles.page}>
      <SettingsHead
        kicker={words.kicker}
        title={words.title}
        lead={words.lead}
        end={
          <Button kind="primary" icon={Plus} onPress={() => goTo("messages/new")}>
            {words.add}
          </Button>
        }
      />
      <MessageFilters
        typed={typed}
        onType={setTyped}
        searchRef={search}
        isArchived={isArchived}
        onArchived={setArchived}
        total={found?.length}
      />
      {list.isPending && <Skeleton rows={8} withAvatar={false} />}
      {list.error && !found && (
        <NotLoaded title={words.failed} why={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.error && found && <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />}
      {found && found.length === 0 && (
        <NoMessages isSearch={settled !== ""} isArchived={isArchived} onShowAll={showAll} />
      )}
      {found && found.length > 0 && (
        <MessageTable messages={found} fresh={fresh} isStale={list.isPlaceholderData} onCopy={setCopying} />
      )}
      {copying && (
        <CopyDialog message={copying} administration={administration} onClose={() => setCopying(undefined)} />
      )}
    </div>
  )
}
