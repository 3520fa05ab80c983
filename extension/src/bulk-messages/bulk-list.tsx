import { Send } from "lucide-react"
import { useState } from "react"
import { maySendSomewhere } from "../access/may-send"
import { useSession } from "../access/session"
import { EmptyState } from "../ui/feedback/empty-state"
import { Skeleton } from "../ui/feedback/skeleton"
import { NotLoaded } from "../ui/lists/not-loaded"
import { usePlace } from "../ui/place/place"
import { useBulkMessage } from "./get-bulk-message"
import { type BulkSort, useBulkMessages } from "./list-bulk-messages"
import { BulkCards } from "./result/bulk-cards"
import styles from "./result/bulk-cards.module.css"
import { BulkResult } from "./result/bulk-result"
import resultStyles from "./result/bulk-result.module.css"
import { words } from "./words"

/** The bulk messages of the organisation and one's own drafts; beside them how the chosen one went (`#/bulk?show={id}`, else the newest). */
export function BulkList() {
  const { membership } = useSession()
  const [sort, setSort] = useState<BulkSort>("newest")
  const list = useBulkMessages({ sort })
  const drafts = useBulkMessages({ sort: "newest", drafts: true }).messages
  const asked = new URLSearchParams(usePlace().split("?")[1] ?? "").get("show") ?? undefined
  const chosenId = asked ?? list.messages[0]?.id
  if (list.error && list.messages.length === 0)
    return <NotLoaded title={words.notLoaded} why={list.error.message} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Skeleton rows={5} withAvatar={false} />
  if (list.messages.length === 0 && drafts.length === 0)
    return (
      <EmptyState icon={Send} title={words.result.none} isPage>
        {maySendSomewhere(membership) ? words.result.noneMore : words.result.noneRestricted}
      </EmptyState>
    )
  return (
    <div className={styles.both} data-chosen={asked !== undefined}>
      <BulkCards drafts={drafts} list={list} chosenId={chosenId} sort={sort} onSort={setSort} />
      {chosenId ? (
        <Chosen key={chosenId} id={chosenId} />
      ) : (
        <p className={resultStyles.choose}>{words.result.choose}</p>
      )}
    </div>
  )
}

function Chosen({ id }: { id: string }) {
  const bulk = useBulkMessage(id)
  if (bulk.data) return <BulkResult message={bulk.data} />
  if (bulk.error)
    return <NotLoaded title={words.notLoaded} why={bulk.error.message} onRetry={() => void bulk.refetch()} />
  return <Skeleton rows={6} withAvatar={false} />
}
