import { X } from "lucide-react"
import type { ReactNode } from "react"
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { IconButton } from "../buttons/icon-button"
import { classNames } from "../class-names"
import { words } from "../words"
import styles from "./dialog.module.css"
import { giveFirstFocus } from "./first-focus"

type DialogProps = {
  title: string
  subtitle?: ReactNode
  children: ReactNode
  /** The row of buttons: the primary one last. */
  foot?: ReactNode
  /** Stands at the left of the foot. */
  footNote?: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** `wide` for tables. */
  size?: "normal" | "wide"
  /** An alert asks before something that cannot be undone. */
  role?: "dialog" | "alertdialog"
  /** Enter confirms: the foot's primary button then has `type="submit"`. */
  onSubmit?: () => void
}

/** A window over the page: focus is trapped, the first field (else the button that confirms) gets it, Esc closes, and focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { title, subtitle, children, foot, footNote, isOpen, onOpenChange, role = "dialog", onSubmit, size } = props
  const inside = (
    <>
      <div className={styles.body}>{children}</div>
      {foot && (
        <div className={styles.foot} data-foot>
          <span className={styles.footNote}>{footNote}</span>
          {foot}
        </div>
      )}
    </>
  )
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={false} className={styles.scrim ?? ""}>
      <Modal className={classNames(styles.modal, size === "wide" && styles.wide)}>
        <AriaDialog ref={giveFirstFocus} role={role} className={styles.dialog ?? ""}>
          <div className={styles.head}>
            <div className={styles.titles}>
              <Heading slot="title" className={styles.title ?? ""}>
                {title}
              </Heading>
              {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
            </div>
            <IconButton icon={X} label={words.close} size="sm" onPress={() => onOpenChange(false)} />
          </div>
          {onSubmit ? (
            <form
              className={styles.form}
              onSubmit={event => {
                event.preventDefault()
                onSubmit()
              }}
            >
              {inside}
            </form>
          ) : (
            inside
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
