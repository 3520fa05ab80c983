import type { RelationSort } from "@casepost/shared/relations"
import { ArrowDown, ArrowUp } from "lucide-react"
import { Button } from "react-aria-components"
import styles from "../relations-page.module.css"
import { words } from "../words"

type ColumnHeadProps = {
  name: string
  by: "name" | "address" | "administrations"
  sort: RelationSort
  onSort: (sort: RelationSort) => void
}

/** The heading of a column that the list can be sorted by; pressed again it turns round. */
export function ColumnHead({ name, by, sort, onSort }: ColumnHeadProps) {
  const isUp = sort === by
  const isDown = sort === `-${by}`
  return (
    <th scope="col" aria-sort={isUp ? "ascending" : isDown ? "descending" : "none"}>
      <Button
        className={styles.sort ?? ""}
        aria-label={words.sortBy(name)}
        onPress={() => onSort(isUp ? `-${by}` : by)}
      >
        {name}
        {isUp && <ArrowUp size={13} strokeWidth={2} aria-hidden="true" />}
        {isDown && <ArrowDown size={13} strokeWidth={2} aria-hidden="true" />}
      </Button>
    </th>
  )
}
