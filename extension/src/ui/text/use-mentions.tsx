import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useId, useState } from "react"
import { words } from "../words"
import { MentionOptions } from "./mention-options"
import { type Mentionable, mentionSuggestion } from "./mention-suggestion"
import unseen from "./unseen.module.css"
import { useCaretList } from "./use-caret-list"

/** Who can be named in a text, and what hears that one was. */
export type Mentions = { people: readonly Mentionable[]; onTake: (person: Mentionable) => void }

/** The `@` of an editor: its extension, the list under the caret, and the ties between them for a screen reader. */
export function useMentions(latest: RefObject<{ mentions?: Mentions | undefined }>) {
  const { list, active, point, onList, onKey } = useCaretList<Mentionable>()
  const id = useId()
  const [extension] = useState(() =>
    mentionSuggestion({
      people: () => latest.current.mentions?.people ?? [],
      onTake: person => latest.current.mentions?.onTake(person),
      onList,
      onKey,
    }),
  )
  return {
    extension,
    close: () => onList(undefined),
    list: list && (
      <>
        <MentionOptions id={id} list={list} active={active} onPoint={point} />
        <span className={unseen.spoken} aria-live="polite">
          {words.mentions.found(list.items.length)}
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
