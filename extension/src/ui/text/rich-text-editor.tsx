import type { PlaceholderName } from "@casepost/shared/placeholders"
import Link from "@tiptap/extension-link"
import Placeholder from "@tiptap/extension-placeholder"
import type { Selection } from "@tiptap/pm/state"
import { type Editor, EditorContent, useEditor } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { type RefObject, useEffect, useRef, useState } from "react"
import { classNames } from "../class-names"
import { focusIfFree, focusNow } from "./focus-now"
import { openHeldChip } from "./placeholders/chip-view"
import { insertChip } from "./placeholders/insert-chip"
import { markPlaceholders, unmarkPlaceholders } from "./placeholders/placeholder-text"
import { type Placeholders, usePlaceholders } from "./placeholders/use-placeholders"
import styles from "./rich-text.module.css"
import { TextTools } from "./text-tools"
import { type Mentions, useMentions, useTies } from "./use-mentions"

/** What another component may do to the text: focus it, or put HTML or a placeholder where the caret is. */
export type RichTextHandle = {
  focus: () => void
  insert: (html: string) => void
  insertPlaceholder: (name: PlaceholderName) => void
  /** Opens the first placeholder that is missing or unknown, to be filled in; false: there is none. */
  openHeld: () => boolean
  isEmpty: () => boolean
}

export type RichTextProps = {
  label: string
  /** HTML. A value that differs from what the editor holds replaces the text. */
  value: string
  onChange: (html: string) => void
  placeholder?: string
  /** A `/` was typed at the beginning of the text or in an empty line, at this place; true swallows the character. */
  onTrigger?: (key: "/", at: DOMRect) => boolean
  /** Shows the row with bold, italic, lists and link; with placeholders also what inserts one. */
  hasTools?: boolean
  /** `box`: a field of a form, with its tools on top. */
  look?: "plain" | "box"
  /** Given from the start or never: `{{name|fallback}}` stands as chips, `{` offers them. Values may come and change later. */
  placeholders?: Placeholders | undefined
  /** Who can be named with `@`: given from the start or never. */
  mentions?: Mentions | undefined
  isDisabled?: boolean
  autoFocus?: boolean
  handle?: RefObject<RichTextHandle | null>
  "aria-describedby"?: string
}

export default function RichTextEditor(props: RichTextProps) {
  const { handle } = props
  const latest = useRef(props)
  latest.current = props
  const emitted = useRef(props.value)
  const mentions = useMentions(latest)
  const chips = usePlaceholders(latest)
  const [read] = useState(() => (props.placeholders ? markPlaceholders : asItIs))
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        blockquote: false,
        code: false,
        codeBlock: false,
        heading: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        link: false,
      }),
      Link.configure({ openOnClick: false, autolink: true, protocols: ["https", "http", "mailto"] }),
      Placeholder.configure({ placeholder: () => latest.current.placeholder ?? "" }),
      ...(props.mentions ? [mentions.extension] : []),
      ...(props.placeholders ? [chips.extension] : []),
    ],
    content: read(props.value),
    editable: !props.isDisabled,
    editorProps: {
      attributes: {
        class: styles.text ?? "",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": props.label,
        ...(props["aria-describedby"] ? { "aria-describedby": props["aria-describedby"] } : {}),
      },
      handleKeyDown: (view, event) => {
        // Ctrl+Enter sends: it must reach the form, and leave no line break behind.
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return true
        if (event.key !== "/" || !isBeginning(view.state.selection)) return false
        const caret = view.coordsAtPos(view.state.selection.from)
        const at = new DOMRect(caret.left, caret.top, 0, caret.bottom - caret.top)
        return latest.current.onTrigger?.(event.key, at) ?? false
      },
    },
    onCreate: ({ editor: made }) => {
      // It is loaded when needed: by then somebody may be typing elsewhere already.
      if (latest.current.autoFocus) focusIfFree(made)
    },
    onBlur: () => {
      mentions.close()
      chips.close()
    },
    onUpdate: ({ editor: changed }) => {
      emitted.current = changed.isEmpty ? "" : unmarkPlaceholders(changed.getHTML())
      latest.current.onChange(emitted.current)
    },
  })

  useEffect(() => {
    if (!editor || props.value === emitted.current) return
    emitted.current = props.value
    editor.commands.setContent(read(props.value), { emitUpdate: false })
  }, [editor, props.value, read])
  useEffect(() => {
    editor?.setEditable(!props.isDisabled, false)
  }, [editor, props.isDisabled])
  useTies(editor, mentions.ties ?? chips.ties)
  useEffect(() => {
    if (!handle || !editor) return
    handle.current = handleOf(editor, read)
    return () => {
      handle.current = null
    }
  }, [editor, handle, read])

  return (
    <div className={classNames(styles.editor, props.look === "box" && styles.box)}>
      <EditorContent editor={editor} className={styles.content ?? ""} />
      {props.hasTools && editor && <TextTools editor={editor} hasPlaceholders={props.placeholders !== undefined} />}
      {mentions.list}
      {props.placeholders && chips.shown}
    </div>
  )
}

const asItIs = (html: string) => html

function handleOf(editor: Editor, read: (html: string) => string): RichTextHandle {
  return {
    focus: () => focusNow(editor),
    insert: html => {
      focusNow(editor)
      editor.commands.insertContent(read(html))
    },
    insertPlaceholder: name => insertChip(editor, name),
    openHeld: () => openHeldChip(editor.view.dom),
    isEmpty: () => editor.isEmpty,
  }
}

/** The beginning of the text, or an empty line. */
function isBeginning({ empty, $from }: Selection): boolean {
  return empty && $from.parentOffset === 0 && ($from.parent.content.size === 0 || $from.pos === 1)
}
