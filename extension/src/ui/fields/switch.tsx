import type { ReactNode } from "react"
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./switch.module.css"

type SwitchProps = Omit<AriaSwitchProps, "children" | "className" | "style"> & {
  children: ReactNode
  description?: ReactNode
  /** The switch before its words, where it begins a group of fields. */
  isLeading?: boolean
}

/** On or off, with effect at once. */
export function Switch({ children, description, isLeading = false, ...control }: SwitchProps) {
  return (
    <AriaSwitch {...control} className={classNames(styles.switch, isLeading && styles.leading)}>
      <span className={styles.words}>
        <span className={styles.name}>{children}</span>
        {description && <span className={styles.description}>{description}</span>}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
    </AriaSwitch>
  )
}
