import { Check, ChevronDown, ChevronsUpDown, type LucideIcon } from "lucide-react"
import type { Key } from "react-aria-components"
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from "react-aria-components"
import { classNames } from "../class-names"
import menuStyles from "../overlays/menu.module.css"
import styles from "./select.module.css"

export type SelectOption = { id: string; name: string; description?: string }

type SelectProps = {
  label: string
  hideLabel?: boolean
  options: readonly SelectOption[]
  value: string | null
  onChange: (id: string) => void
  icon?: LucideIcon
  placeholder?: string
  /** The choice needs a look: orange edge. */
  needsCheck?: boolean
  /** 28 or 32 high. */
  size?: "sm" | "md"
  /** `quiet`: words with an arrow, without a frame. */
  look?: "field" | "quiet"
  isDisabled?: boolean
}

/** One of a short list. */
export function Select(props: SelectProps) {
  const {
    label,
    hideLabel,
    options,
    value,
    onChange,
    icon: Icon,
    placeholder,
    needsCheck,
    size = "md",
    look = "field",
    isDisabled = false,
  } = props
  const Arrow = look === "quiet" ? ChevronDown : ChevronsUpDown
  return (
    <AriaSelect
      className={styles.select ?? ""}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key))}
      isDisabled={isDisabled}
      placeholder={placeholder ?? ""}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && <Label className={styles.label ?? ""}>{label}</Label>}
      <Button className={classNames(styles.button, styles[size], styles[look], needsCheck && styles.check)}>
        {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />}
        <SelectValue className={styles.value ?? ""}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Arrow size={15} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
      </Button>
      <Popover offset={4} className={menuStyles.popover ?? ""}>
        <ListBox items={options} className={menuStyles.menu ?? ""}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.name} className={menuStyles.item ?? ""}>
              {({ isSelected }) => (
                <>
                  <span className={menuStyles.words}>
                    {option.name}
                    {option.description && <span className={styles.description}>{option.description}</span>}
                  </span>
                  {isSelected && <Check size={16} className={menuStyles.check} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
