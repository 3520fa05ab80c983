import type { Editor } from "@tiptap/core"

/**
 * Gives an editor the focus at once, with its caret at a place (left out: where it was). tiptap's own `focus` waits for a frame: until then
 * what is typed is lost, and whoever went elsewhere meanwhile is brought back.
 */
export function focusNow(editor: Editor, place?: number): void {
  if (place !== undefined) editor.commands.setTextSelection(place)
  editor.view.focus()
}

/** Where writing goes on. */
export function endOf(editor: Editor): number {
  return editor.state.doc.content.size
}

/** An editor that was loaded takes the focus if nobody has it: from the next frame on, as soon as it stands in the page and is to be seen. */
export function focusIfFree(editor: Editor): void {
  requestAnimationFrame(() => {
    if (editor.isDestroyed || document.activeElement !== document.body) return
    if (editor.view.dom.checkVisibility({ visibilityProperty: true })) focusNow(editor, endOf(editor))
    else focusIfFree(editor)
  })
}
