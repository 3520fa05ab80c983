import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useId, useRef, useState } from "react"
import { words } from "../words"
import { MentionOptions } from "./mention-options"
import { type Mentionable, type MentionList, mentionSuggestion } from "./mention-suggestion"
import unseen from "./unseen.module.css"

/** Who can be named in a text, and what hears that one was. */
export type Mentions = { people: readonly Mentionable[]; onTake: (person: Mentionable) => void }

/** The `@` of an editor: its extension, the list under the caret, and the ties between them for a screen reader. */
export function useMentions(latest: RefObject<{ mentions?: Mentions | undefined }>) {
  const [list, setList] = useState<MentionList | undefined>()
  const [active, setActive] = useState(0)
  const now = useRef({ list, active })
  now.current = { list, active }
  const id = useId()
  const [extension] = useState(() =>
    mentionSuggestion({
      people: () => latest.current.mentions?.people ?? [],
      onTake: person => latest.current.mentions?.onTake(person),
      onList: next => {
        setList(next)
        setActive(0)
      },
      onKey: event => {
        const { list: open, active: at } = now.current
        if (!open) return false
        const last = open.people.length - 1
        if (event.key === "ArrowDown") setActive(at >= last ? 0 : at + 1)
        else if (event.key === "ArrowUp") setActive(at <= 0 ? last : at - 1)
        else if (event.key === "Enter" || event.key === "Tab") {
          const person = open.people[at]
          if (person) open.take(person)
        } else if (event.key === "Escape") setList(undefined)
        else return false
        // The list's keys end here: Esc closes it and nothing around it.
        event.stopPropagation()
        event.preventDefault()
        return true
      },
    }),
  )
  return {
    extension,
    list: list && (
      <>
        <MentionOptions id={id} list={list} active={active} onPoint={setActive} />
        <span className={unseen.spoken} aria-live="polite">
          {words.mentions.found(list.people.length)}
        </span>
      </>
    ),
    ties: list ? { "aria-controls": id, "aria-activedescendant": `${id}-${active}` } : undefined,
  }
}

/** Ties the open list to the text: the editor draws its own element, so the attributes are set on it. */
export function useTies(editor: Editor | null, ties: Record<string, string> | undefined): void {
  const key = JSON.stringify(ties)
  useEffect(() => {
    if (!editor || key === undefined) return
    const { dom } = editor.view
    const set: Record<string, string> = JSON.parse(key)
    for (const [name, value] of Object.entries(set)) dom.setAttribute(name, value)
    return () => {
      for (const name of Object.keys(set)) dom.removeAttribute(name)
    }
  }, [editor, key])
}
