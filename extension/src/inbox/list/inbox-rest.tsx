import { Inbox, SearchX } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { Skeleton } from "../../ui/feedback/skeleton"
import { LoadMore } from "../../ui/lists/load-more"
import { NotLoaded } from "../../ui/lists/not-loaded"
import type { InboxFilter, useInbox } from "../list-inbox"
import { words } from "../words"

type InboxRestProps = { inbox: ReturnType<typeof useInbox>; filter: InboxFilter; onClear: () => void }

/** What stands under the rows: more of them, nothing, or why they could not be loaded. */
export function InboxRest({ inbox, filter, onClear }: InboxRestProps) {
  if (inbox.isPending) return <Skeleton rows={7} />
  if (inbox.isError && inbox.conversations.length === 0)
    return <NotLoaded title={words.notLoaded} why={inbox.error.message} onRetry={() => void inbox.refetch()} />
  if (inbox.conversations.length === 0) return <Nothing filter={filter} onClear={onClear} />
  return (
    <LoadMore
      label={words.more}
      hasMore={inbox.hasNextPage}
      isLoading={inbox.isFetchingNextPage}
      onMore={() => void inbox.fetchNextPage()}
    />
  )
}

function Nothing({ filter, onClear }: Pick<InboxRestProps, "filter" | "onClear">) {
  const { search, administrationId, caseKind, read } = filter
  if (read === "unread" && !search && !administrationId && !caseKind)
    return (
      <EmptyState icon={Inbox} title={words.noneUnread} action={<Button onPress={onClear}>{words.showAll}</Button>}>
        {words.noneUnreadMore}
      </EmptyState>
    )
  if (search || administrationId || caseKind || read)
    return (
      <EmptyState
        icon={SearchX}
        title={words.noneFound}
        action={<Button onPress={onClear}>{words.clearFilters}</Button>}
      >
        {words.noneFoundMore}
      </EmptyState>
    )
  return (
    <EmptyState icon={Inbox} title={words.empty}>
      {words.emptyMore}
    </EmptyState>
  )
}
