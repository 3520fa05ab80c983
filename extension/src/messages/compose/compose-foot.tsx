import type { PlaceholderName } from "@casepost/shared/placeholders"
import { ALargeSmall, Braces, CornerDownLeft, Eye, Lock, PanelRight, Paperclip, Trash2 } from "lucide-react"
import { type ReactNode, type RefObject, useId } from "react"
import { words as attachmentWords } from "../../attachments/words"
import { words as draftWords } from "../../drafts/words"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { SplitButton } from "../../ui/buttons/split-button"
import { classNames } from "../../ui/class-names"
import { controlKey } from "../../ui/keyboard/shortcut-list"
import { Kbd } from "../../ui/marks/kbd"
import { Menu, MenuItem } from "../../ui/overlays/menu"
import { PlaceholderMenu } from "../../ui/text/placeholders/placeholder-menu"
import writing from "../../ui/writing/writing.module.css"
import { words } from "../words"
import styles from "./compose.module.css"
import type { Compose } from "./use-compose"

type ComposeFootProps = {
  compose: Compose
  /** Chooses files. */
  picker: RefObject<HTMLInputElement | null>
  onPlaceholder: (name: PlaceholderName) => void
  onSend: () => void
  onSendLater: () => void
  onPreview: () => void
  onTools: () => void
  onDiscard: () => void
  onNote: () => void
  onOpenSidePanel?: (() => void) | undefined
  /** How long it can be undone, or that no e-mail goes out. */
  count: string
  /** A second line, under the buttons. */
  hint?: ReactNode
}

/** "Send to customer" with its variants, and the tools. */
export function ComposeFoot(props: ComposeFootProps) {
  const { compose, picker, onSend, onSendLater, onOpenSidePanel } = props
  const reasonId = useId()
  const isUntouched = compose.draft.saving === "untouched"
  return (
    <footer className={writing.foot}>
      <div className={classNames(writing.deeds, styles.deeds)}>
        <SplitButton
          onPress={onSend}
          menuLabel={words.sendMenu}
          menu={
            <Menu placement="top end" onAction={onSendLater}>
              <MenuItem id="later">{words.sendLater}</MenuItem>
            </Menu>
          }
          after={
            // Where there is a hint, it names the keys.
            !props.hint && (
              <>
                <Kbd on="accent">{controlKey}</Kbd>
                <Kbd on="accent">
                  <CornerDownLeft aria-hidden="true" />
                </Kbd>
              </>
            )
          }
          isBusy={compose.isSending}
          isDisabled={compose.forbidden !== undefined || compose.isLocked}
          {...(compose.forbidden ? { "aria-describedby": reasonId } : {})}
        >
          {words.send}
        </SplitButton>
        {props.hint && !compose.forbidden && <span className={styles.beside}>{props.count}</span>}
        <div className={classNames(writing.tools, styles.tools)}>
          <IconButton
            icon={Paperclip}
            size="sm"
            label={attachmentWords.attach}
            isDisabled={compose.isLocked}
            onPress={() => picker.current?.click()}
          />
          <PlaceholderMenu onTake={props.onPlaceholder}>
            <IconButton icon={Braces} size="sm" label={words.placeholders.insert} isDisabled={compose.isLocked} />
          </PlaceholderMenu>
          <IconButton icon={ALargeSmall} size="sm" label={words.textTools} onPress={props.onTools} />
          {compose.forbidden && (
            <Button icon={Lock} onPress={props.onNote}>
              {words.note}
            </Button>
          )}
          {compose.of.right !== "restricted" && (
            <IconButton icon={Eye} size="sm" label={words.preview} onPress={props.onPreview} />
          )}
          {!isUntouched && <IconButton icon={Trash2} size="sm" label={draftWords.discard} onPress={props.onDiscard} />}
          {onOpenSidePanel && (
            <IconButton icon={PanelRight} size="sm" label={words.openSidePanel} onPress={onOpenSidePanel} />
          )}
        </div>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={attachmentWords.attach}
          onChange={event => {
            compose.uploads.add(Array.from(event.target.files ?? []))
            event.target.value = ""
          }}
        />
      </div>
      {compose.forbidden ? (
        <p id={reasonId} className={styles.reason}>
          {compose.forbidden}
        </p>
      ) : (
        props.hint
      )}
    </footer>
  )
}
