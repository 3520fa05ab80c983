import type { Membership } from "@casepost/shared/access"
import type { StandardMessage } from "@casepost/shared/standard-messages"
import { Archive, ArchiveRestore, ChevronRight, Copy, Ellipsis } from "lucide-react"
import { useState } from "react"
import { MenuTrigger } from "react-aria-components"
import { Button } from "../../../ui/buttons/button"
import { IconButton } from "../../../ui/buttons/icon-button"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { goTo, leave } from "../../../ui/place/place"
import { words as uiWords } from "../../../ui/words"
import { CopyDialog } from "../list/copy-dialog"
import { useArchiving } from "../list/use-archiving"
import { words } from "../words"
import styles from "./message-form.module.css"

type MessageHeadProps = {
  title: string
  isChanged: boolean
  isBusy: boolean
  onCancel: () => void
  message: StandardMessage | undefined
  administration: Membership["administrations"][number]
}

/** Where one is, whether anything is unsaved, and what ends it. */
export function MessageHead({ title, isChanged, isBusy, onCancel, message, administration }: MessageHeadProps) {
  return (
    <header className={styles.head}>
      <nav aria-label={words.crumbs} className={styles.crumbs}>
        <ol>
          <li>{words.kicker}</li>
          <li>
            <ChevronRight size={15} aria-hidden="true" />
            <a href="#/messages">{words.title}</a>
          </li>
          <li className={styles.here}>
            <ChevronRight size={15} aria-hidden="true" />
            <h1 title={title}>
              <bdi>{title}</bdi>
            </h1>
          </li>
        </ol>
      </nav>
      <div className={styles.headEnd}>
        <span className={styles.unsaved} role="status">
          {isChanged && words.unsaved}
        </span>
        {message && <More message={message} administration={administration} />}
        <Button onPress={onCancel}>{uiWords.cancel}</Button>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {words.save}
        </Button>
      </div>
    </header>
  )
}

function More({
  message,
  administration,
}: {
  message: StandardMessage
  administration: MessageHeadProps["administration"]
}) {
  const [isCopying, setCopying] = useState(false)
  const archive = useArchiving(message, () => goTo("messages"))
  return (
    <>
      <MenuTrigger>
        <IconButton icon={Ellipsis} label={words.actionsFor(message.description)} />
        <Menu>
          <MenuItem icon={Copy} onAction={() => setCopying(true)}>
            {words.copy}
          </MenuItem>
          <MenuItem icon={message.archivedAt ? ArchiveRestore : Archive} onAction={() => leave(archive)}>
            {message.archivedAt ? words.putBack : words.archive}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isCopying && <CopyDialog message={message} administration={administration} onClose={() => setCopying(false)} />}
    </>
  )
}
