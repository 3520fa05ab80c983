import type { ReactNode } from "react"
import {
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  Label,
} from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./choice.module.css"

type RadioGroupProps = Omit<AriaRadioGroupProps, "children" | "className" | "style"> & {
  label: string
  hideLabel?: boolean
  children: ReactNode
  /** `rows`: one under the other, the chosen one tinted. `cards`: side by side, each in a frame. */
  look?: "rows" | "cards"
}

export function RadioGroup({ label, hideLabel, children, look = "rows", ...group }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...group} className={styles.group ?? ""} {...(hideLabel ? { "aria-label": label } : {})}>
      {!hideLabel && <Label className={styles.label ?? ""}>{label}</Label>}
      <div className={styles[look]}>{children}</div>
    </AriaRadioGroup>
  )
}

type RadioProps = {
  value: string
  children: ReactNode
  description?: ReactNode
  /** Stands at the end of the row, such as a time. */
  after?: ReactNode
  isDisabled?: boolean
}

export function Radio({ value, children, description, after, isDisabled = false }: RadioProps) {
  return (
    <AriaRadio value={value} isDisabled={isDisabled} className={classNames(styles.choice, styles.radio)}>
      <span className={classNames(styles.mark, styles.round)} />
      <span className={styles.words}>
        <span className={styles.strong}>{children}</span>
        {description && <span className={styles.description}>{description}</span>}
      </span>
      {after && <span className={styles.after}>{after}</span>}
    </AriaRadio>
  )
}
