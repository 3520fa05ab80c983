import { Skeleton } from "../ui/feedback/skeleton"
import { LoadMore } from "../ui/lists/load-more"
import { NotLoaded } from "../ui/lists/not-loaded"
import { useBulkMessages } from "./list-bulk-messages"
import { words } from "./words"

/** The bulk messages of the organisation, and how each of them went. */
export function BulkList() {
  const list = useBulkMessages({ sort: "newest" })
  if (list.error && list.messages.length === 0)
    return <NotLoaded title={words.notLoaded} why={list.error.message} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Skeleton rows={5} withAvatar={false} />
  return (
    <ul aria-label={words.bulkMessages}>
      {list.messages.map(message => (
        <li key={message.id}>
          <a href={`#/bulk/${message.id}`}>{message.name || words.chosen(message.kind, message.total)}</a>
        </li>
      ))}
      <LoadMore
        label={words.rows.more}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </ul>
  )
}
