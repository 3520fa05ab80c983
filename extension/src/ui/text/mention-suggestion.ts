import { Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { Suggestion } from "@tiptap/suggestion"
import { fold } from "./fold"
import type { CaretList } from "./use-caret-list"

/** Somebody who can be named in a text with `@`. */
export type Mentionable = { id: string; name: string; detail: string }

type MentionsOptions = {
  people: () => readonly Mentionable[]
  /** Undefined: nobody is being looked for. */
  onList: (list: CaretList<Mentionable> | undefined) => void
  /** True: the key was the list's. */
  onKey: (event: KeyboardEvent) => boolean
  onTake: (person: Mentionable) => void
}

const mostShown = 6

/**
 * `@` and a few letters offer people; the one that is taken stands in the text as plain words, `@Joost Bakker`, so that every
 * reader and every mail shows the same.
 */
export function mentionSuggestion(options: MentionsOptions) {
  return Extension.create({
    name: "mentions",
    addProseMirrorPlugins() {
      const { editor } = this
      const show = (given: { items: Mentionable[]; clientRect?: (() => DOMRect | null) | null; command: Taking }) => {
        const at = given.clientRect?.()
        options.onList(at && given.items.length > 0 ? { items: given.items, at, take: given.command } : undefined)
      }
      return [
        Suggestion<Mentionable, Mentionable>({
          editor,
          char: "@",
          allowSpaces: true,
          items: ({ query }) => matching(options.people(), query),
          command: ({ editor: within, range, props: person }) => {
            within.chain().focus().insertContentAt(range, `@${person.name} `).run()
            options.onTake(person)
          },
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => options.onList(undefined),
            onKeyDown: ({ event }) => options.onKey(event),
          }),
        }),
        marked(options.people),
      ]
    },
  })
}

type Taking = (person: Mentionable) => void

/** Whose name, or a word of it, begins with what was typed after the `@`. A name that stands there whole is done with. */
export function matching(people: readonly Mentionable[], query: string): Mentionable[] {
  const typed = fold(query)
  return people
    .filter(person => {
      const name = fold(person.name)
      return !typed.startsWith(`${name} `) && (name.startsWith(typed) || name.includes(` ${typed}`))
    })
    .slice(0, mostShown)
}

/** Makes the names in the text stand out. */
function marked(people: () => readonly Mentionable[]) {
  return new Plugin({
    key: new PluginKey("marked-mentions"),
    props: {
      decorations: state => {
        const found: Decoration[] = []
        const names = people().map(person => `@${person.name}`)
        state.doc.descendants((node, start) => {
          const text = node.text ?? ""
          if (!text.includes("@")) return
          for (const name of names)
            for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
              found.push(Decoration.inline(start + at, start + at + name.length, { class: "mention" }))
        })
        return DecorationSet.create(state.doc, found)
      },
    },
  })
}
