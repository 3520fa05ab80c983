import type { CaseSummary } from "@casepost/shared/cases"
import { classNames } from "../../ui/class-names"
import styles from "./case-list.module.css"
import { CaseRow } from "./case-row"

type CaseListProps = {
  id: string
  label: string
  cases: readonly CaseSummary[]
  /** The place of the first of them, where more stand before it. */
  first?: number
  /** The place of the chosen one; -1 for none. */
  active: number
  /** What was typed, to be marked. */
  typed: string
  onChoose: (place: number) => void
  onOpen: (chosen: CaseSummary) => void
}

/** Cases to choose from: number and customer, what is open and since when. The keys stay with the search field. */
export function CaseList(props: CaseListProps) {
  const first = props.first ?? 0
  return (
    <div id={props.id} role="listbox" aria-label={props.label} className={styles.list}>
      {props.cases.map((one, row) => {
        const place = first + row
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the search field (aria-activedescendant)
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field (aria-activedescendant)
          <div
            key={one.ref.id}
            id={`${props.id}-${place}`}
            role="option"
            aria-selected={place === props.active}
            className={classNames(styles.row, place === props.active && styles.active)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => props.onChoose(place)}
            onDoubleClick={() => props.onOpen(one)}
          >
            <CaseRow of={one} typed={props.typed} />
          </div>
        )
      })}
    </div>
  )
}
