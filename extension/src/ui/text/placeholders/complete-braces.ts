import type { Editor } from "@tiptap/core"
import type { NodeType } from "@tiptap/pm/model"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { piecesOf } from "./placeholder-text"

/** Makes a chip of every `{{…}}` that was typed or pasted, also where formatting had cut it in two. */
export function completeBraces(type: NodeType, editor: Editor): Plugin {
  return new Plugin({
    key: new PluginKey("complete-braces"),
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some(one => one.docChanged) || editor.view.composing) return null
      const found: { from: number; to: number; inside: string }[] = []
      state.doc.descendants((block, start) => {
        if (!block.isTextblock) return true
        let at = start + 1
        // One character for each leaf, so that places in the text are places in the block.
        for (const piece of piecesOf(block.textBetween(0, block.content.size, undefined, "\ufffc"))) {
          const size = "words" in piece ? piece.words.length : piece.inside.length + 4
          if ("inside" in piece && !piece.inside.includes("\ufffc")) found.push({ from: at, to: at + size, ...piece })
          at += size
        }
        return false
      })
      if (found.length === 0) return null
      const change = state.tr
      for (const { from, to, inside } of found.reverse())
        change.replaceWith(from, to, type.create({ inside }, null, state.doc.resolve(from + 1).marks()))
      return change
    },
  })
}
