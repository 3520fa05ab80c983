import { placeholders, writePlaceholder } from "@casepost/shared/placeholders"
import type { Editor } from "@tiptap/core"
import { useState } from "react"
import { Dialog, Popover } from "react-aria-components"
import { Button } from "../../buttons/button"
import { TextField } from "../../fields/text-field"
import { words } from "../../words"
import type { PlaceholderValues } from "./chip-view"
import { inBraces, readInside } from "./placeholder-text"
import styles from "./placeholders.module.css"

/** A chip that was pressed: where it stands, as what it is drawn, and the text between its braces. */
export type OpenChip = { position: number; element: HTMLElement; inside: string; editor: Editor }

type ChipPopoverProps = {
  chip: OpenChip
  values: PlaceholderValues | undefined
  onClose: () => void
}

/** What a pressed chip offers: its fallback, and to take it out. */
export function ChipPopover({ chip, values, onClose }: ChipPopoverProps) {
  const { name, fallback } = readInside(chip.inside)
  const [typed, setTyped] = useState(fallback ?? "")
  const say = words.placeholders
  const label = name ? placeholders[name] : inBraces(chip.inside)
  const value = name && values?.(name)
  const isMissing = name !== undefined && values !== undefined && value === undefined
  /** Writing goes on behind the chip, or behind what was written in its place. */
  function close(behind = chip.position + 1) {
    onClose()
    // The popover gives the focus back to the chip first.
    setTimeout(() => {
      if (!chip.editor.isDestroyed) chip.editor.commands.focus(behind)
    }, 30)
  }
  /** By hand, in place of the placeholder. */
  function fillIn() {
    const text = typed.replace(/\s+/g, " ").trim()
    if (text === "") return
    const { state, view } = chip.editor
    const marks = state.doc.nodeAt(chip.position)?.marks ?? []
    view.dispatch(state.tr.replaceWith(chip.position, chip.position + 1, state.schema.text(text, marks)))
    close(chip.position + text.length)
  }
  function keep() {
    if (!name) return
    // Braces end a placeholder, wherever they stand.
    const clean = typed.replace(/[{}]/g, "").replace(/\s+/g, " ").trim()
    if (clean === (fallback ?? "")) return
    const inside = writePlaceholder(name, clean).slice(2, -2)
    chip.editor.view.dispatch(chip.editor.state.tr.setNodeAttribute(chip.position, "inside", inside))
  }
  function remove() {
    chip.editor
      .chain()
      .deleteRange({ from: chip.position, to: chip.position + 1 })
      .run()
    close(chip.position)
  }
  return (
    <Popover
      triggerRef={{ current: chip.element }}
      isOpen
      onOpenChange={isOpen => {
        if (isOpen) return
        keep()
        close()
      }}
      placement="bottom start"
      offset={4}
      className={styles.popover ?? ""}
    >
      <Dialog aria-label={say.chip(label)} className={styles.edit ?? ""}>
        <form
          onSubmit={event => {
            event.preventDefault()
            // Not the form that the text stands in.
            event.stopPropagation()
            if (isMissing && typed.trim() !== "") return fillIn()
            keep()
            close()
          }}
        >
          <p className={styles.editTitle}>{label}</p>
          {!name && <p className={styles.editMore}>{say.unknown(label)}</p>}
          {value !== undefined && <p className={styles.editMore}>{say.valueHere(value)}</p>}
          {isMissing && <p className={styles.editMore}>{say.missingHere}</p>}
          {name && (
            <TextField
              label={isMissing ? say.byHand : say.fallback}
              value={typed}
              onChange={setTyped}
              maxLength={200}
              autoFocus
              autoComplete="off"
              placeholder={isMissing ? "" : say.noFallback}
            />
          )}
          <div className={styles.editFoot}>
            <Button size="sm" kind="danger" onPress={remove} {...(name ? {} : { autoFocus: true })}>
              {say.remove}
            </Button>
            {isMissing && typed.trim() !== "" && (
              <Button
                size="sm"
                kind="ghost"
                onPress={() => {
                  keep()
                  close()
                }}
              >
                {say.asFallback}
              </Button>
            )}
            {name && (
              <Button size="sm" type="submit" kind={isMissing ? "primary" : "secondary"}>
                {isMissing ? say.fillIn : say.done}
              </Button>
            )}
          </div>
        </form>
      </Dialog>
    </Popover>
  )
}
