import type { PlaceholderName } from "@casepost/shared/placeholders"
import type { Editor, Range } from "@tiptap/core"
import { nodeName } from "./placeholder-node"

/** Puts a placeholder where the caret is, or in place of `range`; it is bold where the words around it are. */
export function insertChip(editor: Editor, name: PlaceholderName, range?: Range): void {
  const { state } = editor
  const { from, to } = range ?? state.selection
  const marks = state.storedMarks ?? state.doc.resolve(from).marks()
  const chip = state.schema.nodes[nodeName]?.create({ inside: name }, null, marks)
  if (!chip) return
  editor.view.dispatch(state.tr.replaceWith(from, to, chip).ensureMarks(marks).scrollIntoView())
  editor.commands.focus()
}
