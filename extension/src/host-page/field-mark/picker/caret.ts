import { isInput, type MailField } from "../mail-field"

/** Remembers where the caret stands in a field, and gives what puts the focus and the caret back there. */
export function keepCaret(field: MailField): () => void {
  if (isInput(field)) {
    // An input of type email tells nothing of its caret, and keeps it by itself.
    const { selectionStart, selectionEnd } = field
    return () => {
      field.focus({ preventScroll: true })
      if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
    }
  }
  const selection = getSelection()
  const range =
    selection?.rangeCount && field.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : undefined
  return () => {
    field.focus({ preventScroll: true })
    if (!range || !selection) return
    selection.removeAllRanges()
    selection.addRange(range)
  }
}

/** Puts the caret behind everything that stands in a field that has the focus. */
export function caretToEnd(field: MailField): void {
  const selection = getSelection()
  if (!isInput(field)) {
    selection?.selectAllChildren(field)
    selection?.collapseToEnd()
  } else if (field.selectionStart === null) selection?.modify("move", "forward", "documentboundary")
  else field.setSelectionRange(field.value.length, field.value.length)
}
