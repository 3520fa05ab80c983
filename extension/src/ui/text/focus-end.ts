import type { Editor } from "@tiptap/core"

/** Puts the caret at the end, at once: tiptap's own `focus` waits for a frame, and takes the focus from whoever went elsewhere meanwhile. */
export function focusEnd(editor: Editor): void {
  editor.commands.setTextSelection(editor.state.doc.content.size)
  editor.view.focus()
}
