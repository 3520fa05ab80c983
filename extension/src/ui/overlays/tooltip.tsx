import type { ReactNode } from "react"
import { Tooltip as AriaTooltip } from "react-aria-components"
import styles from "./tooltip.module.css"

/** Goes beside its button inside a `TooltipTrigger`. */
export function Tooltip({ children, keyName }: { children: ReactNode; keyName?: ReactNode }) {
  return (
    <AriaTooltip offset={6} className={styles.tooltip ?? ""}>
      {children}
      {keyName && <kbd className={styles.key}>{keyName}</kbd>}
    </AriaTooltip>
  )
}
