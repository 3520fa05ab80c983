import type { ReactNode } from "react"
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components"
import styles from "./switch.module.css"

type SwitchProps = Omit<AriaSwitchProps, "children" | "className" | "style"> & {
  children: ReactNode
  description?: ReactNode
}

/** On or off, with effect at once. */
export function Switch({ children, description, ...control }: SwitchProps) {
  return (
    <AriaSwitch {...control} className={styles.switch ?? ""}>
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
