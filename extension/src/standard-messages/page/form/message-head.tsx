import type { Membership } from "@casepost/shared/access"
import type { StandardMessage } from "@casepost/shared/standard-messages"
import { Archive, ArchiveRestore, Copy, Ellipsis } from "lucide-react"
import { useState } from "react"
import { MenuTrigger } from "react-aria-components"
import { IconButton } from "../../../ui/buttons/icon-button"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { goTo, leave } from "../../../ui/place/place"
import { FormHead } from "../../../ui/writing/form-head"
import { CopyDialog } from "../list/copy-dialog"
import { useArchiving } from "../list/use-archiving"
import { words } from "../words"

type MessageHeadProps = {
  title: string
  isChanged: boolean
  isBusy: boolean
  onCancel: () => void
  message: StandardMessage | undefined
  administration: Membership["administrations"][number]
}

/** The head of the form, with what else can be done with a standard message that stands already. */
export function MessageHead({ title, isChanged, isBusy, onCancel, message, administration }: MessageHeadProps) {
  return (
    <FormHead
      kicker={words.kicker}
      list={{ title: words.title, href: "#/messages" }}
      save={words.save}
      {...{ title, isChanged, isBusy, onCancel }}
    >
      {message && <More message={message} administration={administration} />}
    </FormHead>
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
