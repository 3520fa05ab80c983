import { type Editor, Extension, type JSONContent, Node } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import StarterKit from "@tiptap/starter-kit"
import { nodeName } from "../placeholders/placeholder-node"
import { inBraces, piecesOf } from "../placeholders/placeholder-text"

/** The extensions of a text of one line: no formatting, no line breaks, pasted ones become spaces, and no more than `most` characters. */
export function oneLine(most: number) {
  return [
    Node.create({ name: "doc", topNode: true, content: "paragraph" }),
    StarterKit.configure({
      document: false,
      blockquote: false,
      bold: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      italic: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    Extension.create({
      name: "oneLine",
      addProseMirrorPlugins: () => [flattened(), limited(most)],
    }),
  ]
}

/** The document of a line, with its placeholders as chips. */
export function readLine(text: string): JSONContent {
  const inside = piecesOf(text).map(piece =>
    "inside" in piece ? { type: nodeName, attrs: { inside: piece.inside } } : { type: "text", text: piece.words },
  )
  return { type: "doc", content: [{ type: "paragraph", ...(inside.length > 0 ? { content: inside } : {}) }] }
}

/** The line as it is saved. */
export function lineOf(editor: Pick<Editor, "state">): string {
  return textIn(editor.state)
}

function textIn({ doc }: Editor["state"]): string {
  return doc.textBetween(0, doc.content.size, " ", leaf =>
    leaf.type.name === nodeName ? inBraces(leaf.attrs.inside) : "",
  )
}

/** No Enter, and what is pasted on one line. */
function flattened(): Plugin {
  return new Plugin({
    key: new PluginKey("flattened"),
    props: {
      handleKeyDown: (_, event) => event.key === "Enter",
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData("text/plain").replace(/\s+/g, " ").trim() ?? ""
        if (text !== "") view.dispatch(view.state.tr.insertText(text).scrollIntoView())
        // Files are the form's.
        return text !== ""
      },
    },
  })
}

/** A change that would make it longer than it may be does not happen. */
function limited(most: number): Plugin {
  return new Plugin({
    key: new PluginKey("limited"),
    filterTransaction: (change, state) => {
      if (!change.docChanged || change.getMeta("preventUpdate")) return true
      const after = textIn({ doc: change.doc } as Editor["state"]).length
      return after <= most || after <= textIn(state).length
    },
  })
}
