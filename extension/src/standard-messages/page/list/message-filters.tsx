import type { Ref } from "react"
import { SearchField } from "../../../ui/fields/search-field"
import { Select } from "../../../ui/fields/select"
import { words } from "../words"
import styles from "./messages-list.module.css"

type MessageFiltersProps = {
  typed: string
  onType: (text: string) => void
  searchRef: Ref<HTMLInputElement>
  isArchived: boolean
  onArchived: (isArchived: boolean) => void
  total: number | undefined
}

/** Search, in use or archived, and how many there are. */
export function MessageFilters(props: MessageFiltersProps) {
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label={words.search}
          value={props.typed}
          onChange={props.onType}
          inputRef={props.searchRef}
          maxLength={200}
        />
      </div>
      <div className={styles.show}>
        <Select
          label={words.show}
          hideLabel
          options={[
            { id: "in-use", name: words.inUse },
            { id: "archived", name: words.archived },
          ]}
          value={props.isArchived ? "archived" : "in-use"}
          onChange={id => props.onArchived(id === "archived")}
        />
      </div>
      <span className={styles.count} role="status">
        {props.total !== undefined && words.count(props.total)}
      </span>
    </div>
  )
}
