import { type InboxSort, inboxSorts } from "@casepost/shared/inbox"
import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react"
import { Button, MenuTrigger } from "react-aria-components"
import { Menu, MenuItem } from "../../ui/overlays/menu"
import { words } from "../words"
import styles from "./filters.module.css"

type InboxSortMenuProps = { sort: InboxSort; onChange: (sort: InboxSort) => void }

/** One of four orders. */
export function InboxSortMenu({ sort, onChange }: InboxSortMenuProps) {
  const Arrow = sort === "oldest" ? ArrowUp : ArrowDown
  return (
    <MenuTrigger>
      <Button className={styles.sort ?? ""} aria-label={`${words.sort}: ${words.sorts[sort]}`}>
        <Arrow size={14} strokeWidth={1.75} aria-hidden="true" />
        {words.sorts[sort]}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu
        aria-label={words.sort}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[sort]}
        onSelectionChange={keys => {
          const [chosen] = keys === "all" ? [] : [...keys]
          if (chosen) onChange(chosen as InboxSort)
        }}
      >
        {inboxSorts.map(one => (
          <MenuItem key={one} id={one}>
            {words.sorts[one]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
