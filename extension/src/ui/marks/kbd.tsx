import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./kbd.module.css"

/** One key of the keyboard. `on` says what it lies on: the page, the accent of a primary button, or a toast. */
export function Kbd({ children, on = "page" }: { children: ReactNode; on?: "page" | "accent" | "inverse" }) {
  return <kbd className={classNames(styles.kbd, styles[on])}>{children}</kbd>
}
