import type { Editor } from "@tiptap/core"
import type { NodeType } from "@tiptap/pm/model"
import { NodeSelection, Plugin, PluginKey } from "@tiptap/pm/state"
import type { OpenChip } from "./chip-popover"

/** The keys of a chip: Backspace and Delete mark it, and only then take it out; Enter opens a marked one. */
export function chipKeys(type: NodeType, editor: Editor, onOpen: (chip: OpenChip) => void): Plugin {
  function mark(side: "before" | "after"): boolean {
    const { $from, empty } = editor.state.selection
    const beside = side === "before" ? $from.nodeBefore : $from.nodeAfter
    if (!empty || beside?.type !== type) return false
    return editor.commands.setNodeSelection(side === "before" ? $from.pos - beside.nodeSize : $from.pos)
  }
  function open(): boolean {
    const { selection } = editor.state
    if (!(selection instanceof NodeSelection) || selection.node.type !== type) return false
    const element = editor.view.nodeDOM(selection.from)
    const { inside } = selection.node.attrs
    if (element instanceof HTMLElement) onOpen({ position: selection.from, element, inside, editor })
    return true
  }
  return new Plugin({
    key: new PluginKey("chip-keys"),
    props: {
      handleKeyDown: (_, event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return false
        if (event.key === "Backspace") return mark("before")
        if (event.key === "Delete") return mark("after")
        return event.key === "Enter" && open()
      },
    },
  })
}
