import type { ReactNode } from "react"
import { Button } from "../buttons/button"
import { Dialog } from "./dialog"

type ConfirmDialogProps = {
  title: string
  /** What is lost or done. */
  children: ReactNode
  /** The button that leaves things as they are; it has the focus at first. */
  keep: string
  /** The button that goes on. */
  confirm: string
  kind?: "primary" | "danger"
  isBusy?: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Asks once before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, keep, confirm, kind = "danger", isBusy = false, onClose, onConfirm } = props
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      onSubmit={onConfirm}
      foot={
        <>
          <Button onPress={onClose}>{keep}</Button>
          <Button kind={kind} type="submit" isBusy={isBusy}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
