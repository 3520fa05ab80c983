import { ToggleButton, ToggleButtonGroup } from "react-aria-components"
import toggle from "../../ui/buttons/toggle.module.css"
import { classNames } from "../../ui/class-names"
import { words } from "../words"
import styles from "./filter-pills.module.css"

export type Filter<Id extends string> = { id: Id; name: string; count: number }

type FilterPillsProps<Id extends string> = {
  label: string
  filters: readonly Filter<Id>[]
  chosen: Id
  onChoose: (id: Id) => void
}

/** Which cases are shown, with how many there are of each. */
export function FilterPills<Id extends string>({ label, filters, chosen, onChoose }: FilterPillsProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => {
        const [key] = [...keys]
        const filter = filters.find(one => one.id === key)
        if (filter) onChoose(filter.id)
      }}
      className={styles.pills ?? ""}
    >
      {filters.map(filter => (
        <ToggleButton key={filter.id} id={filter.id} className={classNames(toggle.toggle, styles.pill)}>
          {filter.name} <span className={toggle.count}>{words.number(filter.count)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
