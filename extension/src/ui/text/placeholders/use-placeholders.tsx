import { Extension } from "@tiptap/core"
import { NodeSelection } from "@tiptap/pm/state"
import { type RefObject, useEffect, useId, useState } from "react"
import { words } from "../../words"
import unseen from "../unseen.module.css"
import { useCaretList } from "../use-caret-list"
import { CaretOptions } from "./caret-options"
import { ChipPopover, type OpenChip } from "./chip-popover"
import { chipShows, type PlaceholderValues } from "./chip-view"
import type { PlaceholderOption } from "./placeholder-groups"
import { nodeName, placeholderNode } from "./placeholder-node"
import { placeholderSuggestion } from "./placeholder-suggestion"

/** Placeholders in a text. With `values` chips show what a case has, in orange what it lacks; without, their names. */
export type Placeholders = { values?: PlaceholderValues | undefined }

/** The `{` of an editor: its extension, the list under the caret, the window of a pressed chip, and what is read out. */
export function usePlaceholders(latest: RefObject<{ placeholders?: Placeholders | undefined }>) {
  const { list, active, point, onList, onKey } = useCaretList<PlaceholderOption>()
  const [chip, setChip] = useState<OpenChip | undefined>()
  const [said, setSaid] = useState("")
  const [drawn] = useState(() => new Set<() => void>())
  const id = useId()
  const values = latest.current.placeholders?.values
  // biome-ignore lint/correctness/useExhaustiveDependencies: other values are drawn anew
  useEffect(() => {
    for (const draw of drawn) draw()
  }, [drawn, values])
  const [extension] = useState(() =>
    Extension.create({
      name: "placeholders",
      addExtensions: () => [
        placeholderNode({ values: () => latest.current.placeholders?.values, onOpen: setChip, drawn }),
        placeholderSuggestion({ onList, onKey }),
      ],
      onSelectionUpdate() {
        const { selection } = this.editor.state
        const isChip = selection instanceof NodeSelection && selection.node.type.name === nodeName
        const now = latest.current.placeholders?.values
        setSaid(isChip ? words.placeholders.marked(chipShows(selection.node.attrs.inside, now).said) : "")
      },
    }),
  )
  return {
    extension,
    close: () => onList(undefined),
    shown: (
      <>
        {list && <CaretOptions id={id} list={list} active={active} onPoint={point} />}
        {chip && <ChipPopover key={chip.position} chip={chip} values={values} onClose={() => setChip(undefined)} />}
        <span className={unseen.spoken} aria-live="polite">
          {list ? words.placeholders.found(list.items.length) : said}
        </span>
      </>
    ),
    ties: list ? { "aria-controls": id, "aria-activedescendant": `${id}-${active}` } : undefined,
  }
}
