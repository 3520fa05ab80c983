import { Button } from "../ui/buttons/button"
import { Skeleton } from "../ui/feedback/skeleton"
import { NotLoaded } from "../ui/lists/not-loaded"
import { goTo } from "../ui/place/place"
import { useBulkMessage } from "./get-bulk-message"
import { BulkRunning } from "./running/bulk-running"
import { words } from "./words"
import { BulkWriting } from "./writing/bulk-writing"

/** One bulk message: written and checked until it is sent off, then how it goes. */
export function BulkPage({ id }: { id: string }) {
  const bulk = useBulkMessage(id)
  const message = bulk.data
  if (!message && bulk.error)
    return (
      <NotLoaded
        title={words.notLoaded}
        why={bulk.error.message}
        onRetry={() => void bulk.refetch()}
        wayOut={
          <Button kind="ghost" onPress={() => goTo("bulk")}>
            {words.showList}
          </Button>
        }
      />
    )
  if (!message) return <Skeleton rows={6} withAvatar={false} />
  if (message.state === "writing") return <BulkWriting key={`writing ${id}`} message={message} />
  return <BulkRunning key={`running ${id}`} message={message} />
}
