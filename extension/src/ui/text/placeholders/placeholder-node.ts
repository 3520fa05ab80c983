import { Node } from "@tiptap/core"
import { chipKeys } from "./chip-keys"
import type { OpenChip } from "./chip-popover"
import { drawChip, type PlaceholderValues } from "./chip-view"
import { completeBraces } from "./complete-braces"
import { inBraces } from "./placeholder-text"

export const nodeName = "placeholderChip"

export type PlaceholderNodeOptions = {
  /** Undefined: chips show names. */
  values: () => PlaceholderValues | undefined
  /** A chip was pressed. */
  onOpen: (chip: OpenChip) => void
  /** Chips that have to be drawn again when a value changed. */
  drawn: Set<() => void>
}

/** A placeholder in a text: one chip to the writer, the text `{{name|fallback}}` to everybody else (what is saved, copied, pasted). */
export function placeholderNode(options: PlaceholderNodeOptions) {
  return Node.create({
    name: nodeName,
    group: "inline",
    inline: true,
    atom: true,
    selectable: true,
    priority: 1000,
    addAttributes: () => ({
      inside: { default: "", parseHTML: element => element.getAttribute("data-placeholder") ?? "" },
    }),
    parseHTML: () => [{ tag: "span[data-placeholder]" }],
    renderHTML: ({ node }) => ["span", { "data-placeholder": node.attrs.inside }, inBraces(node.attrs.inside)],
    renderText: ({ node }) => inBraces(node.attrs.inside),
    addProseMirrorPlugins() {
      return [chipKeys(this.type, this.editor, options.onOpen), completeBraces(this.type, this.editor)]
    },
    addNodeView() {
      return ({ node, getPos, view }) => {
        const dom = document.createElement("span")
        dom.contentEditable = "false"
        let inside: string = node.attrs.inside
        const draw = () => drawChip(dom, inside, options.values())
        draw()
        options.drawn.add(draw)
        dom.addEventListener("click", () => {
          const at = getPos()
          if (at !== undefined && view.editable)
            options.onOpen({ position: at, element: dom, inside, editor: this.editor })
        })
        return {
          dom,
          update: next => {
            if (next.type !== node.type) return false
            inside = next.attrs.inside
            draw()
            return true
          },
          selectNode: () => dom.setAttribute("data-selected", ""),
          deselectNode: () => dom.removeAttribute("data-selected"),
          ignoreMutation: () => true,
          destroy: () => options.drawn.delete(draw),
        }
      }
    },
  })
}
