import { X } from "lucide-react"
import type { ReactNode } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { Logo } from "../../ui/marks/logo"
import { words } from "../words"
import styles from "./bulk-frame.module.css"

type BulkFrameProps = {
  /** "12 invoices in VDM Bouwmaterialen NL" */
  about: string
  /** At the right of the head: where the draft is. */
  saved?: ReactNode
  closeLabel: string
  onClose: () => void
  /** At the left, over its whole height. */
  children: ReactNode
  /** At the right: one real message. */
  preview: ReactNode
  foot: ReactNode
}

/** The one window of a bulk message: what is written or checked, one real message beside it, and a foot that stays. */
export function BulkFrame({ about, saved, closeLabel, onClose, children, preview, foot }: BulkFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <Logo size={24} />
        <h1 className={styles.title}>{words.sendMessages}</h1>
        <span className={styles.about}>{about}</span>
        <span className={styles.saved}>{saved}</span>
        <IconButton icon={X} size="sm" label={closeLabel} onPress={onClose} />
      </header>
      <div className={styles.panes}>
        <div className={styles.left}>{children}</div>
        <section className={styles.right} aria-label={words.preview.title}>
          {preview}
        </section>
      </div>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  )
}
