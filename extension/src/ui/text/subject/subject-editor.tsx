import type { PlaceholderName } from "@casepost/shared/placeholders"
import Placeholder from "@tiptap/extension-placeholder"
import { type Editor, EditorContent, useEditor } from "@tiptap/react"
import { type RefObject, useEffect, useRef } from "react"
import { endOf, focusIfFree, focusNow } from "../focus-now"
import { openHeldChip } from "../placeholders/chip-view"
import { insertChip } from "../placeholders/insert-chip"
import { type Placeholders, usePlaceholders } from "../placeholders/use-placeholders"
import { useTies } from "../use-mentions"
import { lineOf, oneLine, readLine } from "./one-line"
import styles from "./subject.module.css"

/** What another component may do to the subject. */
export type SubjectHandle = {
  focus: () => void
  insertPlaceholder: (name: PlaceholderName) => void
  /** Opens the first placeholder that is missing or unknown, to be filled in; false: there is none. */
  openHeld: () => boolean
  isEmpty: () => boolean
}

export type SubjectProps = {
  /** Its accessible name. */
  label: string
  /** Text, placeholders as `{{name|fallback}}`. A value that differs from what the field holds replaces it. */
  value: string
  onChange: (text: string) => void
  placeholder?: string
  /** With values chips show those; see `RichText`. */
  placeholders?: Placeholders | undefined
  /** Characters of the text as it is saved. */
  maxLength?: number
  /** `row`: a row of compose; `box`: a field of a form. */
  look?: "row" | "box"
  isDisabled?: boolean
  autoFocus?: boolean
  isInvalid?: boolean
  /** Of the field itself, so that a label can lead to it. */
  id?: string
  handle?: RefObject<SubjectHandle | null>
  onFocusChange?: (isFocused: boolean) => void
  "aria-describedby"?: string | undefined
}

export default function SubjectEditor(props: SubjectProps) {
  const { handle, look = "row", maxLength = 300 } = props
  const latest = useRef(props)
  latest.current = props
  const emitted = useRef(props.value)
  const chips = usePlaceholders(latest)
  const editor = useEditor({
    extensions: [
      ...oneLine(maxLength),
      Placeholder.configure({ placeholder: () => latest.current.placeholder ?? "" }),
      chips.extension,
    ],
    content: readLine(props.value),
    editable: !props.isDisabled,
    editorProps: {
      attributes: () => attributesOf(latest.current),
      // Enter belongs to the form around it.
      handleKeyDown: (_, event) => event.key === "Enter" && (event.ctrlKey || event.metaKey),
    },
    onCreate: ({ editor: made }) => {
      // It is loaded when needed: by then somebody may be typing elsewhere already.
      if (latest.current.autoFocus) focusIfFree(made)
    },
    onFocus: () => latest.current.onFocusChange?.(true),
    onBlur: () => {
      chips.close()
      latest.current.onFocusChange?.(false)
    },
    onUpdate: ({ editor: changed }) => {
      emitted.current = lineOf(changed)
      latest.current.onChange(emitted.current)
    },
  })
  useEffect(() => {
    if (!editor || props.value === emitted.current) return
    emitted.current = props.value
    editor.commands.setContent(readLine(props.value), { emitUpdate: false })
  }, [editor, props.value])
  useEffect(() => {
    editor?.setEditable(!props.isDisabled, false)
  }, [editor, props.isDisabled])
  useTies(editor, chips.ties)
  useEffect(() => {
    if (!handle || !editor) return
    handle.current = handleOf(editor)
    return () => {
      handle.current = null
    }
  }, [editor, handle])
  return (
    <div className={styles.subject} data-look={look} data-invalid={props.isInvalid || undefined}>
      <EditorContent editor={editor} className={styles.content ?? ""} />
      {chips.shown}
    </div>
  )
}

function attributesOf(props: SubjectProps): Record<string, string> {
  return {
    class: styles.text ?? "",
    role: "textbox",
    "aria-multiline": "false",
    "aria-label": props.label,
    ...(props.id ? { id: props.id } : {}),
    ...(props.isInvalid ? { "aria-invalid": "true" } : {}),
    ...(props.isDisabled ? { "aria-disabled": "true" } : {}),
    ...(props["aria-describedby"] ? { "aria-describedby": props["aria-describedby"] } : {}),
  }
}

function handleOf(editor: Editor): SubjectHandle {
  return {
    focus: () => focusNow(editor, endOf(editor)),
    insertPlaceholder: name => insertChip(editor, name),
    openHeld: () => openHeldChip(editor.view.dom),
    isEmpty: () => editor.isEmpty,
  }
}
