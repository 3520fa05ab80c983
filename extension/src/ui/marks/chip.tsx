import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./chip.module.css"

export type ChipTone = "neutral" | "plain" | "outline" | "accent" | "success" | "warning" | "danger" | "note"

type ChipProps = {
  children: ReactNode
  tone?: ChipTone
  icon?: LucideIcon
  /** `round` for states, `square` for marks inside running rows. */
  shape?: "round" | "square"
}

/** A short fact with its colour of meaning; always words, and an icon wherever the colour warns. */
export function Chip({ children, tone = "neutral", icon: Icon, shape = "round" }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], shape === "square" && styles.square)}>
      {Icon && <Icon size={13} strokeWidth={2} aria-hidden="true" />}
      <span className={styles.words}>{children}</span>
    </span>
  )
}
