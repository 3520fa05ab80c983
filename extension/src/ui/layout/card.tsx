import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./card.module.css"

/** A framed part of a page. `isActive` marks the one that is next. */
export function Card({ children, isActive = false }: { children: ReactNode; isActive?: boolean }) {
  return <section className={classNames(styles.card, isActive && styles.active)}>{children}</section>
}
