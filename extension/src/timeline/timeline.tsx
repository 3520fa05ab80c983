import type { CaseRef } from "@casepost/shared/cases"
import { CloudOff, Inbox, RotateCw } from "lucide-react"
import { useRef } from "react"
import { Refusal } from "../api/refusal"
import { Button } from "../ui/buttons/button"
import { EmptyState } from "../ui/feedback/empty-state"
import { LoadMore } from "../ui/feedback/load-more"
import { Skeleton } from "../ui/feedback/skeleton"
import { EntryCard } from "./cards/entry-card"
import { type TimelineDeeds, useTimeline } from "./list-timeline"
import styles from "./timeline.module.css"
import { useTimelineKeys } from "./use-timeline-keys"
import { words } from "./words"

type TimelineProps = { caseRef: CaseRef; deeds: TimelineDeeds }

/** What happened to a case, newest first: messages, replies and notes, with what became of each address. */
export function Timeline({ caseRef, deeds: given }: TimelineProps) {
  const timeline = useTimeline(caseRef)
  const list = useRef<HTMLDivElement>(null)
  const { entries } = timeline
  const lastSubject = entries.find(entry => entry.type === "message")?.subject
  const { onReply } = given
  const deeds = { ...given, onReply: onReply && (() => onReply(lastSubject)) }
  useTimelineKeys(list, entries, deeds)
  if (timeline.isPending)
    return (
      <div className={styles.timeline}>
        <Skeleton rows={5} />
      </div>
    )
  if (timeline.isError && entries.length === 0)
    return (
      <div className={styles.timeline}>
        <NotLoaded error={timeline.error} onRetry={() => void timeline.refetch()} />
      </div>
    )
  return (
    <section ref={list} className={styles.timeline} aria-label={words.timeline}>
      {entries.length === 0 && (
        <EmptyState icon={Inbox} title={words.empty}>
          {words.emptyMore}
        </EmptyState>
      )}
      {entries.map(entry => (
        <EntryCard key={entry.id} entry={entry} caseRef={caseRef} ahead={timeline.ahead} deeds={deeds} />
      ))}
      <LoadMore
        label={words.earlier}
        hasMore={timeline.hasNextPage}
        isLoading={timeline.isFetchingNextPage}
        onMore={() => void timeline.fetchNextPage()}
      />
    </section>
  )
}

function NotLoaded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isLost = error instanceof Refusal && error.code === "unreachable"
  return (
    <EmptyState
      icon={CloudOff}
      tone="danger"
      title={words.notLoaded}
      action={
        <Button icon={RotateCw} onPress={onRetry}>
          {words.tryAgain}
        </Button>
      }
    >
      {isLost ? words.notLoadedMore : error.message}
    </EmptyState>
  )
}
