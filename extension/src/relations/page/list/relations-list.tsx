import type { DeedAnswer } from "@casepost/shared/contract"
import type { deeds, Relation, RelationSort } from "@casepost/shared/relations"
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query"
import { CloudOff, ContactRound, Plus, SearchX, Upload } from "lucide-react"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { useRowKeys } from "../../../ui/keyboard/use-row-keys"
import { LoadMore } from "../../../ui/lists/load-more"
import { goTo } from "../../../ui/place/place"
import unseen from "../../../ui/text/unseen.module.css"
import { words as uiWords } from "../../../ui/words"
import styles from "../relations-page.module.css"
import { words } from "../words"
import { ColumnHead } from "./column-head"
import { RelationRow } from "./relation-row"
import { useFreshRow } from "./use-fresh-row"

type ListQuery = UseInfiniteQueryResult<InfiniteData<DeedAnswer<typeof deeds.listRelations>>>

type RelationsListProps = {
  list: ListQuery
  sort: RelationSort
  onSort: (sort: RelationSort) => void
  isFiltered: boolean
  onShowAll: () => void
  /** Just saved: marked, focused, and in sight even where the list would have it further down. */
  fresh: Relation | undefined
  onDelete: (relation: Relation) => void
}

/** The relations, or why there is nothing to see. */
export function RelationsList(props: RelationsListProps) {
  const { list, sort, onSort, isFiltered, fresh, onDelete } = props
  const found = list.data?.pages.flatMap(page => page.relations) ?? []
  const isSettled = useFreshRow(fresh, list.isFetching)
  const isPinned = fresh !== undefined && isSettled && found.every(({ id }) => id !== fresh.id)
  const relations = isPinned ? [fresh, ...found] : found
  useRowKeys()

  if (list.isPending) return <Skeleton rows={8} />
  if (list.error && found.length === 0)
    return (
      <EmptyState
        icon={CloudOff}
        tone="danger"
        title={words.failed}
        action={<Button onPress={() => void list.refetch()}>{uiWords.tryAgain}</Button>}
      >
        {list.error.message}
      </EmptyState>
    )
  if (relations.length === 0) return isFiltered ? <NothingFound onShowAll={props.onShowAll} /> : <Empty />
  return (
    <>
      {list.error && <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />}
      <table className={styles.table} aria-busy={list.isPlaceholderData}>
        <thead>
          <tr>
            <ColumnHead name={words.columns.name} by="name" sort={sort} onSort={onSort} />
            <ColumnHead name={words.columns.address} by="address" sort={sort} onSort={onSort} />
            <ColumnHead name={words.columns.administrations} by="administrations" sort={sort} onSort={onSort} />
            <th scope="col" className={styles.menuColumn}>
              <span className={unseen.spoken}>{words.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map(relation => (
            <RelationRow
              key={relation.id}
              relation={relation}
              isFresh={relation.id === fresh?.id}
              onDelete={() => onDelete(relation)}
            />
          ))}
        </tbody>
      </table>
      <LoadMore
        label={words.loadMore}
        hasMore={list.hasNextPage && !list.isFetchNextPageError}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}

function Empty() {
  return (
    <EmptyState
      icon={ContactRound}
      title={words.empty}
      action={
        <span className={styles.emptyActions}>
          <Button icon={Upload} onPress={() => goTo("relations/import")}>
            {words.import}
          </Button>
          <Button icon={Plus} onPress={() => goTo("relations/new")}>
            {words.add}
          </Button>
        </span>
      }
    >
      {words.emptyMore}
    </EmptyState>
  )
}

function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <EmptyState icon={SearchX} title={words.nothingFound} action={<Button onPress={onShowAll}>{words.showAll}</Button>}>
      {words.nothingFoundMore}
    </EmptyState>
  )
}
