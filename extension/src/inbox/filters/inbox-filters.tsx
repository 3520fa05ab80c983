import { type CaseKind, caseKinds } from "@casepost/shared/cases"
import { classNames } from "../../ui/class-names"
import type { InboxFilter } from "../list-inbox"
import { words } from "../words"
import { FilterMenu } from "./filter-menu"
import styles from "./filters.module.css"

type InboxFiltersProps = {
  filter: InboxFilter
  unread: number
  administrations: readonly { id: string; name: string }[]
  onChange: (part: Partial<Omit<InboxFilter, "search">>) => void
}

/** Administration, case type, unread: a chosen one is tinted and can be taken away. */
export function InboxFilters({ filter, unread, administrations, onChange }: InboxFiltersProps) {
  const isUnread = filter.read === "unread"
  return (
    <div className={styles.filters}>
      {administrations.length > 1 && (
        <FilterMenu
          label={words.administration}
          options={administrations}
          value={filter.administrationId}
          onChange={administrationId => onChange({ administrationId })}
        />
      )}
      <FilterMenu
        label={words.caseType}
        options={caseKinds.map(kind => ({ id: kind, name: words.kinds[kind] }))}
        value={filter.caseKind}
        onChange={kind => onChange({ caseKind: kind as CaseKind | undefined })}
      />
      <button
        type="button"
        className={classNames(styles.filter, isUnread && styles.chosen)}
        aria-pressed={isUnread}
        onClick={() => onChange({ read: isUnread ? undefined : "unread" })}
      >
        {words.unread}
        {unread > 0 && <span className={styles.count}>{unread > 99 ? "99+" : unread}</span>}
      </button>
    </div>
  )
}
