import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { type KeyboardEvent, useRef } from "react"
import { Select } from "../../ui/fields/select"
import { LoadMore } from "../../ui/lists/load-more"
import type { BulkSort, useBulkMessages } from "../list-bulk-messages"
import { words } from "../words"
import { BulkCard } from "./bulk-card"
import styles from "./bulk-cards.module.css"

type BulkCardsProps = {
  drafts: readonly BulkMessage[]
  list: ReturnType<typeof useBulkMessages>
  chosenId: string | undefined
  sort: BulkSort
  onSort: (sort: BulkSort) => void
}

const sorts = [
  { id: "newest", name: words.result.newest },
  { id: "oldest", name: words.result.oldest },
]

/** All bulk messages one may see, one's own drafts first; the arrow keys walk them. */
export function BulkCards({ drafts, list, chosenId, sort, onSort }: BulkCardsProps) {
  const cards = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    const links = [...(cards.current?.querySelectorAll<HTMLElement>("a") ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    if (by === 0 || at < 0) return
    event.preventDefault()
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.result.list}</h1>
        <Select
          label={words.result.sort}
          hideLabel
          size="sm"
          options={sorts}
          value={sort}
          onChange={id => onSort(id as BulkSort)}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys walk the links inside */}
      <div ref={cards} className={styles.scroll} onKeyDown={onKeyDown}>
        {drafts.length > 0 && (
          <>
            <h2 className={styles.part}>{words.result.drafts}</h2>
            <ul aria-label={words.result.drafts} className={styles.cards}>
              {drafts.map(message => (
                <BulkCard key={message.id} message={message} isChosen={false} />
              ))}
            </ul>
            {list.messages.length > 0 && <h2 className={styles.part}>{words.result.sentOff}</h2>}
          </>
        )}
        <ul aria-label={words.result.list} className={styles.cards}>
          {list.messages.map(message => (
            <BulkCard key={message.id} message={message} isChosen={message.id === chosenId} />
          ))}
        </ul>
        <LoadMore
          label={words.result.more}
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </div>
    </div>
  )
}
