import { Extension } from "@tiptap/core"
import type { ResolvedPos } from "@tiptap/pm/model"
import { PluginKey } from "@tiptap/pm/state"
import { Suggestion, type SuggestionMatch } from "@tiptap/suggestion"
import type { CaretList } from "../use-caret-list"
import { insertChip } from "./insert-chip"
import { bestPlace, matchingPlaceholders, type PlaceholderOption } from "./placeholder-groups"

type PlaceholderSuggestionOptions = {
  /** Undefined: none is being looked for. */
  onList: (list: CaretList<PlaceholderOption> | undefined) => void
  /** True: the key was the list's. */
  onKey: (event: KeyboardEvent) => boolean
}

/** `{` or `{{` and a few letters offer placeholders. */
export function placeholderSuggestion(options: PlaceholderSuggestionOptions) {
  return Extension.create({
    name: "placeholderSuggestion",
    // Its Enter comes before everybody else's.
    priority: 1000,
    addProseMirrorPlugins() {
      const show = (given: Given) => {
        const at = given.clientRect?.()
        const items = given.items
        options.onList(
          at && items.length > 0 ? { items, at, take: given.command, first: bestPlace(items, given.query) } : undefined,
        )
      }
      return [
        Suggestion<PlaceholderOption, PlaceholderOption>({
          editor: this.editor,
          pluginKey: new PluginKey("placeholder-suggestion"),
          char: "{",
          allowSpaces: true,
          findSuggestionMatch: ({ $position }) => sought($position),
          items: ({ query }) => matchingPlaceholders(query),
          command: ({ editor: within, range, props: option }) => insertChip(within, option.name, range),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => options.onList(undefined),
            onKeyDown: ({ event }) => options.onKey(event),
          }),
        }),
      ]
    },
  })
}

type Given = {
  items: PlaceholderOption[]
  query: string
  clientRect?: (() => DOMRect | null) | null
  command: (option: PlaceholderOption) => void
}

/** What stands between a brace and the caret; a closed brace, a `|` or a space right behind it is running text. */
function sought($position: ResolvedPos): SuggestionMatch {
  const before = $position.nodeBefore?.isText ? ($position.nodeBefore.text ?? "") : ""
  const found = /\{\{?((?! )[^{}|]{0,40})$/.exec(before)
  if (!found) return null
  return {
    range: { from: $position.pos - found[0].length, to: $position.pos },
    query: found[1] ?? "",
    text: found[0],
  }
}
