import type { CaseRef } from "@casepost/shared/cases"
import { Inbox } from "lucide-react"
import { useRef } from "react"
import { isRefused } from "../api/refusal"
import { EmptyState } from "../ui/feedback/empty-state"
import { Skeleton } from "../ui/feedback/skeleton"
import { LoadMore } from "../ui/lists/load-more"
import { NotLoaded } from "../ui/lists/not-loaded"
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
        <NotLoaded
          title={words.notLoaded}
          why={isLost(timeline.error) ? words.notLoadedMore : timeline.error.message}
          onRetry={() => void timeline.refetch()}
        />
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

function isLost(error: Error): boolean {
  return isRefused(error, "unreachable")
}
