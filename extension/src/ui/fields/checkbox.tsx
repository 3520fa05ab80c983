import { Check, Minus } from "lucide-react"
import type { ReactNode } from "react"
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components"
import { classNames } from "../class-names"
import styles from "./choice.module.css"

type CheckboxProps = Omit<AriaCheckboxProps, "children" | "className" | "style"> & {
  children?: ReactNode
  description?: ReactNode
}

export function Checkbox({ children, description, ...checkbox }: CheckboxProps) {
  return (
    <AriaCheckbox {...checkbox} className={styles.choice ?? ""}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={classNames(styles.mark, styles.square)}>
            {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : isSelected && <Check size={12} strokeWidth={3} />}
          </span>
          {children && (
            <span className={styles.words}>
              <span className={classNames(description !== undefined && styles.strong)}>{children}</span>
              {description && <span className={styles.description}>{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}
