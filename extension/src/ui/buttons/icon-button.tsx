import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { Button as AriaButton, type ButtonProps, TooltipTrigger } from "react-aria-components"
import { classNames } from "../class-names"
import { Tooltip } from "../overlays/tooltip"
import styles from "./icon-button.module.css"

type IconButtonProps = Omit<ButtonProps, "children" | "className" | "style" | "aria-label"> & {
  /** Its accessible name, and its tooltip. */
  label: string
  icon: LucideIcon
  /** 24 (inside other controls), 28 or 32. */
  size?: "xs" | "sm" | "md"
  /** A key to name in the tooltip. */
  keyName?: ReactNode
}

/** A button with an icon only; the tooltip says its name. */
export function IconButton({ label, icon: Icon, size = "md", keyName, ...button }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...button} aria-label={label} className={classNames(styles.button, styles[size])}>
        <Icon size={size === "xs" ? 14 : 18} strokeWidth={1.75} aria-hidden="true" />
      </AriaButton>
      <Tooltip keyName={keyName}>{label}</Tooltip>
    </TooltipTrigger>
  )
}
