import { Settings } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "react-aria-components"
import { IconButton } from "../buttons/icon-button"
import { classNames } from "../class-names"
import { Logo } from "../marks/logo"
import { words } from "../words"
import styles from "./header.module.css"

export type HeaderProps = {
  /** Between logo and gear: a search field or tabs. */
  children?: ReactNode
  /** Just before the gear. */
  end?: ReactNode
  /** After the gear. */
  last?: ReactNode
  /** The logo leads home. */
  onHome: () => void
  hasLine?: boolean
  /** What the gear is called, and where it leads. */
  settings: { label: string; onOpen: () => void }
}

/** The top of popup and side panel: the logo leads home, the gear to the settings. */
export function Header({ children, end, last, onHome, hasLine = false, settings }: HeaderProps) {
  return (
    <header className={classNames(styles.header, hasLine && styles.line)}>
      <Button className={styles.home ?? ""} aria-label={words.home} onPress={onHome}>
        <Logo />
      </Button>
      <div className={styles.middle}>{children}</div>
      {end}
      <IconButton icon={Settings} label={settings.label} size="sm" onPress={settings.onOpen} />
      {last}
    </header>
  )
}
