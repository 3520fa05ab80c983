import type { Ref } from "react"
import { SearchField } from "../../ui/fields/search-field"
import { Select } from "../../ui/fields/select"
import styles from "./relations-page.module.css"
import { words } from "./words"

type RelationFiltersProps = {
  typed: string
  onType: (text: string) => void
  searchRef: Ref<HTMLInputElement>
  administrations: readonly { id: string; name: string }[]
  administrationId: string | undefined
  onAdministration: (id: string | undefined) => void
  /** Of all that match; unknown while the first answer is on its way. */
  total: number | undefined
}

const all = "all"

/** Search, the administration, and how many there are. */
export function RelationFilters(props: RelationFiltersProps) {
  const options = [
    { id: all, name: words.allAdministrations },
    ...props.administrations.map(({ id, name }) => ({ id, name })),
    { id: "nowhere", name: words.nowhere },
  ]
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField label={words.search} value={props.typed} onChange={props.onType} inputRef={props.searchRef} />
      </div>
      <div className={styles.administration}>
        <Select
          label={words.administrationFilter}
          hideLabel
          options={options}
          value={props.administrationId ?? all}
          onChange={id => props.onAdministration(id === all ? undefined : id)}
        />
      </div>
      <span className={styles.count} role="status">
        {props.total !== undefined && words.count(props.total)}
      </span>
    </div>
  )
}
