import { PanelRight, X } from "lucide-react"
import type { ReactNode } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { Logo } from "../../ui/marks/logo"
import styles from "./frame.module.css"
import { words } from "./words"

type FrameBarProps = {
  /** At the left; left out: our mark. */
  children?: ReactNode
  /** Before the buttons, such as "Draft kept". */
  end?: ReactNode
  onCollapse?: (() => void) | undefined
  onClose: () => void
}

/** The top of a frame in which nothing is written now. */
export function FrameBar({ children, end, onCollapse, onClose }: FrameBarProps) {
  return (
    <header className={styles.bar}>
      {children ?? <Logo />}
      <span className={styles.end}>{end}</span>
      {onCollapse && <IconButton icon={PanelRight} size="sm" label={words.openSidePanel} onPress={onCollapse} />}
      <IconButton icon={X} size="sm" label={words.closePlain} onPress={onClose} />
    </header>
  )
}
