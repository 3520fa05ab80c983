import type { LucideIcon } from "lucide-react"
import { type ReactNode, useId, useRef } from "react"
import { Button as AriaButton, type ButtonProps as AriaButtonProps, TooltipTrigger } from "react-aria-components"
import { classNames } from "../class-names"
import { Spinner } from "../marks/spinner"
import { Tooltip } from "../overlays/tooltip"
import styles from "./button.module.css"

export type ButtonKind = "primary" | "secondary" | "ghost" | "danger" | "link"

export type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> & {
  children: ReactNode
  kind?: ButtonKind
  /** 28, 32 or 36 high. */
  size?: "sm" | "md" | "lg"
  icon?: LucideIcon
  /** Shown after the words, such as a key; not part of the name. */
  after?: ReactNode
  /** Busy: keeps its width, shows a spinner and takes no press. */
  isBusy?: boolean
  /** Why it cannot be pressed now: shown as a tooltip and read with the button, which stays in the tab order. */
  disabledReason?: string | undefined
  wide?: boolean
}

/** A button with words. One primary per view; a verb that names the outcome. */
export function Button(props: ButtonProps) {
  if (!props.disabledReason) return <PlainButton {...props} />
  return <ReasonedButton {...props} reason={props.disabledReason} />
}

/** Cannot be pressed, but can be reached, so that the reason can be read. */
function ReasonedButton({ reason, disabledReason: _, onPress: __, ...props }: ButtonProps & { reason: string }) {
  const id = useId()
  return (
    <TooltipTrigger delay={200}>
      <PlainButton {...props} type="button" aria-describedby={id} aria-disabled={true} />
      <span id={id} hidden>
        {reason}
      </span>
      <Tooltip>{reason}</Tooltip>
    </TooltipTrigger>
  )
}

function PlainButton(props: ButtonProps) {
  const { children, kind = "secondary", size = "md", icon: Icon, after, isBusy = false, wide, ...rest } = props
  const { disabledReason: _, ...button } = rest
  const element = useRef<HTMLButtonElement>(null)
  const width = useRef(0)
  if (!isBusy && element.current) width.current = element.current.offsetWidth
  return (
    <AriaButton
      {...button}
      {...(isBusy ? busy : {})}
      ref={element}
      style={isBusy && width.current > 0 ? { minWidth: width.current } : {}}
      className={classNames(styles.button, styles[kind], styles[size], wide && styles.wide, isBusy && styles.busy)}
    >
      {isBusy && Icon ? <Spinner /> : Icon && <Icon size={15} strokeWidth={1.75} aria-hidden="true" />}
      <span className={styles.words}>{children}</span>
      {isBusy && !Icon && (
        <span className={styles.over}>
          <Spinner />
        </span>
      )}
      {after && (
        <span aria-hidden="true" className={styles.after}>
          {after}
        </span>
      )}
    </AriaButton>
  )
}

/** A busy button. Not `isPending`: its announcement goes on naming the button after the window with the button was closed. */
export const busy = { type: "button", onPress: undefined, "aria-disabled": true } as const
