import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
  type TabsProps as AriaTabsProps,
} from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./tabs.module.css"

type TabsProps = Omit<AriaTabsProps, "className" | "style" | "onSelectionChange"> & {
  onSelectionChange?: (id: string) => void
}

/** Wraps a `TabList` and its `TabPanel`s; fills the height it is given. */
export function Tabs({ onSelectionChange, ...tabs }: TabsProps) {
  return (
    <AriaTabs {...tabs} className={styles.tabs ?? ""} onSelectionChange={key => onSelectionChange?.(String(key))} />
  )
}

/** `bar`: quiet tabs in a header. `segments`: two or three choices in one frame (Message, Note). */
export function TabList({
  label,
  look = "bar",
  children,
}: {
  label: string
  look?: "bar" | "segments"
  children: ReactNode
}) {
  return (
    <AriaTabList aria-label={label} className={styles[look] ?? ""}>
      {children}
    </AriaTabList>
  )
}

type TabProps = {
  id: string
  children: string
  icon?: LucideIcon
  /** Unread things behind it. */
  count?: number | undefined
  /** Amber, for a note. */
  tone?: "note"
}

export function Tab({ id, children, icon: Icon, count = 0, tone }: TabProps) {
  return (
    <AriaTab id={id} className={classNames(styles.tab, tone && styles[tone])}>
      {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden="true" />}
      {children}
      {count > 0 && <span className={styles.count}>{count > 99 ? "99+" : count}</span>}
    </AriaTab>
  )
}

export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AriaTabPanel id={id} className={styles.panel ?? ""}>
      {children}
    </AriaTabPanel>
  )
}
