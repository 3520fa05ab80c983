import { overviewSorts } from "@casepost/shared/overviews"
import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react"
import { Button, MenuTrigger } from "react-aria-components"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import type { OverviewSort } from "../read-overview"
import { words } from "../words"
import type { Ordering } from "./column-heads"
import styles from "./sort-menu.module.css"

/** The order of the rows where they have no columns with heads. */
export function SortMenu({ order, onOrder }: { order: Ordering; onOrder: (order: Ordering) => void }) {
  const said = ({ sort, descending }: Ordering) => words.sorts[sort][descending ? 1 : 0]
  const Arrow = order.descending ? ArrowDown : ArrowUp
  return (
    <MenuTrigger>
      <Button className={styles.sortMenu ?? ""} aria-label={`${words.sort}: ${said(order)}`}>
        <Arrow size={14} strokeWidth={1.75} aria-hidden="true" />
        {said(order)}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu
        aria-label={words.sort}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[`${order.sort} ${order.descending}`]}
        onSelectionChange={keys => {
          const [chosen] = keys === "all" ? [] : [...keys]
          const [sort, descending] = String(chosen ?? "").split(" ")
          if (sort) onOrder({ sort: sort as OverviewSort, descending: descending === "true" })
        }}
      >
        {overviewSorts
          .flatMap(sort => [true, false].map(descending => ({ sort, descending })))
          .map(one => (
            <MenuItem key={`${one.sort} ${one.descending}`} id={`${one.sort} ${one.descending}`}>
              {said(one)}
            </MenuItem>
          ))}
      </Menu>
    </MenuTrigger>
  )
}
