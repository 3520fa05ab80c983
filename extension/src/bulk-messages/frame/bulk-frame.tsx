import { X } from "lucide-react"
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { Logo } from "../../ui/marks/logo"
import { words } from "../words"
import styles from "./bulk-frame.module.css"

type BulkFrameProps = {
  /** "12 invoices in VDM Bouwmaterialen NL" */
  about: string
  /** What is done in it now: when that changes, the buttons of before are gone. */
  phase: string
  /** At the right of the head: where the draft is. */
  saved?: ReactNode
  closeLabel: string
  onClose: () => void
  /** Hears keys before anything inside does. */
  onKeys?: (event: KeyboardEvent) => void
  /** At the left, over its whole height. */
  children: ReactNode
  /** At the right: one real message. */
  preview: ReactNode
  foot: ReactNode
}

/** The one window of a bulk message: what is written or checked, one real message beside it, and a foot that stays. */
export function BulkFrame({
  about,
  phase,
  saved,
  closeLabel,
  onClose,
  onKeys,
  children,
  preview,
  foot,
}: BulkFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  // A focus that went with its button comes back to the window, so that Esc and Tab go on from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every phase
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
  }, [phase])
  /** Esc closes where nothing inside has a use for it; the editor calls it its own, though it does nothing with it. */
  function onEscape(event: KeyboardEvent) {
    const isTaken = event.defaultPrevented && !(event.target as HTMLElement).isContentEditable
    if (event.key !== "Escape" || isTaken || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole window
    <div ref={frame} tabIndex={-1} className={styles.frame} onKeyDownCapture={onKeys} onKeyDown={onEscape}>
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
      <footer className={styles.foot} data-bulk-foot>
        {foot}
      </footer>
    </div>
  )
}
