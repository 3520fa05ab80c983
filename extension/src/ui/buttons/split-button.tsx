import { ChevronDown } from "lucide-react"
import type { ReactNode } from "react"
import { Button as AriaButton, MenuTrigger } from "react-aria-components"
import { classNames } from "../class-names"
import { Spinner } from "../marks/spinner"
import { busy } from "./button"
import styles from "./split-button.module.css"

type SplitButtonProps = {
  children: ReactNode
  onPress: () => void
  /** Names the second button, which opens `menu`. */
  menuLabel: string
  /** A `Menu` of the ui kit. */
  menu: ReactNode
  /** Keys shown after the words. */
  after?: ReactNode
  isBusy?: boolean
  isDisabled?: boolean
  /** Ties the reason why it is disabled to the button. */
  "aria-describedby"?: string
}

/** The primary deed, with its variants one click away ("Send to customer" and "Send later"). */
export function SplitButton(props: SplitButtonProps) {
  const { children, onPress, menuLabel, menu, after, isBusy = false, isDisabled = false } = props
  return (
    <div className={classNames(styles.split, isDisabled && styles.disabled)}>
      <AriaButton
        className={styles.main ?? ""}
        onPress={onPress}
        isDisabled={isDisabled}
        aria-describedby={props["aria-describedby"]}
        {...(isBusy ? busy : {})}
      >
        {isBusy && <Spinner />}
        {children}
        {after && !isBusy && !isDisabled && (
          <span aria-hidden="true" className={styles.after}>
            {after}
          </span>
        )}
      </AriaButton>
      <span className={styles.line} aria-hidden="true" />
      <MenuTrigger>
        <AriaButton className={styles.more ?? ""} aria-label={menuLabel} isDisabled={isDisabled || isBusy}>
          <ChevronDown size={16} aria-hidden="true" />
        </AriaButton>
        {menu}
      </MenuTrigger>
    </div>
  )
}
