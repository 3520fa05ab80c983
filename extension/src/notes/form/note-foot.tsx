import { ALargeSmall, CornerDownLeft, PanelRight, Trash2 } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { classNames } from "../../ui/class-names"
import { controlKey } from "../../ui/keyboard/shortcut-list"
import { Kbd } from "../../ui/marks/kbd"
import writing from "../../ui/writing/writing.module.css"
import { words } from "../words"
import styles from "./note-form.module.css"
import type { Note } from "./use-note"

type NoteFootProps = {
  note: Note
  onSave: () => void
  onTools: () => void
  onThrowAway: () => void
  onOpenSidePanel?: (() => void) | undefined
  hasKeys: boolean
}

/** "Save note", how many get it by e-mail, and the tools. */
export function NoteFoot({ note, onSave, onTools, onThrowAway, onOpenSidePanel, hasKeys }: NoteFootProps) {
  const isUntouched = note.draft.saving === "untouched"
  return (
    <footer className={writing.foot}>
      <div className={classNames(writing.deeds, styles.deeds)}>
        <Button kind="primary" onPress={onSave} isBusy={note.isSaving} isDisabled={note.isLocked}>
          {words.save}
        </Button>
        <span className={styles.count} aria-live="polite">
          {words.gets(note.content.noteRecipients.length)}
        </span>
        <span className={classNames(writing.tools, styles.tools)}>
          <IconButton icon={ALargeSmall} size="sm" label={words.textTools} onPress={onTools} />
          {!isUntouched && <IconButton icon={Trash2} size="sm" label={words.throwAway} onPress={onThrowAway} />}
          {onOpenSidePanel && (
            <IconButton icon={PanelRight} size="sm" label={words.openSidePanel} onPress={onOpenSidePanel} />
          )}
        </span>
      </div>
      {hasKeys && (
        <p className={classNames(writing.keys, styles.keys)}>
          <Kbd>{controlKey}</Kbd>
          <Kbd>
            <CornerDownLeft aria-hidden="true" />
          </Kbd>
          {words.keySave}
          <span className={styles.keyGap} />
          <Kbd>Esc</Kbd>
          {words.keyClose}
        </p>
      )}
    </footer>
  )
}
