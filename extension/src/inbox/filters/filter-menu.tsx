import { ChevronDown, X } from "lucide-react"
import { Button, MenuTrigger } from "react-aria-components"
import { classNames } from "../../ui/class-names"
import { Menu, MenuItem } from "../../ui/overlays/menu"
import { words } from "../words"
import styles from "./filters.module.css"

type FilterMenuProps = {
  label: string
  options: readonly { id: string; name: string }[]
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A filter with a short list behind it; once chosen it says what, and its cross takes it away. */
export function FilterMenu({ label, options, value, onChange }: FilterMenuProps) {
  const chosen = options.find(option => option.id === value)
  if (chosen)
    return (
      <button
        type="button"
        className={classNames(styles.filter, styles.chosen)}
        aria-label={words.takeAway(chosen.name)}
        onClick={() => onChange(undefined)}
      >
        <span className={styles.name}>{chosen.name}</span>
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    )
  return (
    <MenuTrigger>
      <Button className={styles.filter ?? ""}>
        {label}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Menu placement="bottom start" onAction={key => onChange(String(key))} aria-label={label}>
        {options.map(option => (
          <MenuItem key={option.id} id={option.id}>
            {option.name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
