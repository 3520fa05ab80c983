import type { LucideIcon } from "lucide-react"
import { Check } from "lucide-react"
import type { ReactNode } from "react"
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  Popover,
} from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./menu.module.css"

type MenuProps<T extends object> = Omit<AriaMenuProps<T>, "className" | "style"> & {
  placement?: "bottom end" | "bottom start" | "top start" | "top end"
}

/** The menu of a `MenuTrigger`: give it `MenuItem`s. */
export function Menu<T extends object>({ placement = "bottom end", ...menu }: MenuProps<T>) {
  return (
    <Popover placement={placement} offset={4} className={styles.popover ?? ""}>
      <AriaMenu {...menu} className={styles.menu ?? ""} />
    </Popover>
  )
}

type MenuItemProps = Omit<AriaMenuItemProps, "children" | "className" | "style"> & {
  children: string
  icon?: LucideIcon
  /** Shown at the end, such as a key or a count. */
  after?: ReactNode
  isDangerous?: boolean
}

export function MenuItem({ children, icon: Icon, after, isDangerous, ...item }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...item}
      textValue={item.textValue ?? children}
      className={classNames(styles.item, isDangerous && styles.danger)}
    >
      {({ selectionMode, isSelected }) => (
        <>
          {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
          <span className={styles.words}>{children}</span>
          {after && <span className={styles.after}>{after}</span>}
          {selectionMode !== "none" && isSelected && <Check size={16} className={styles.check} aria-hidden="true" />}
        </>
      )}
    </AriaMenuItem>
  )
}
