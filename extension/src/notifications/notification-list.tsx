import type { CaseRef } from "@casepost/shared/cases"
import { Bell } from "lucide-react"
import { GridList } from "react-aria-components"
import { Button } from "../ui/buttons/button"
import { EmptyState } from "../ui/feedback/empty-state"
import { Skeleton } from "../ui/feedback/skeleton"
import { LoadMore } from "../ui/lists/load-more"
import { NotLoaded } from "../ui/lists/not-loaded"
import type { useNotifications } from "./list-notifications"
import { useMarkNotificationsRead } from "./mark-notifications-read"
import { NotificationRow } from "./notification-row"
import styles from "./notifications.module.css"
import { words } from "./words"

type NotificationListProps = {
  read: ReturnType<typeof useNotifications>
  onOpen: (caseRef: CaseRef) => void
}

/** What I am told, newest first: arrows move, Enter opens the case and marks it read. */
export function NotificationList({ read, onOpen }: NotificationListProps) {
  const { notifications, unread } = read
  const mark = useMarkNotificationsRead()
  const newest = notifications[0]
  function open(id: React.Key) {
    const opened = notifications.find(one => one.id === id)
    if (!opened) return
    if (!opened.readAt) mark.mutate({ ids: [opened.id] })
    if (opened.caseRef) onOpen(opened.caseRef)
  }
  if (read.isPending) return <Skeleton rows={4} />
  if (notifications.length === 0 && read.isError)
    return <NotLoaded title={words.notLoaded} why={read.error.message} onRetry={() => void read.refetch()} />
  if (!newest)
    return (
      <EmptyState icon={Bell} title={words.empty}>
        {words.emptyMore}
      </EmptyState>
    )
  return (
    <>
      <div className={styles.bar}>
        <Button
          kind="link"
          size="sm"
          isBusy={mark.isPending}
          disabledReason={unread === 0 ? words.allRead : undefined}
          onPress={() => mark.mutate({ all: true, until: newest.at })}
        >
          {words.markAll}
        </Button>
      </div>
      <div className={styles.scroll}>
        <GridList aria-label={words.notifications} items={notifications} onAction={open} autoFocus="first">
          {notification => <NotificationRow notification={notification} />}
        </GridList>
        <LoadMore
          label={words.more}
          hasMore={read.hasNextPage}
          isLoading={read.isFetchingNextPage}
          onMore={() => void read.fetchNextPage()}
        />
      </div>
    </>
  )
}
