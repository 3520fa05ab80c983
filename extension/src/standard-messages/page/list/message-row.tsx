import { placeholders } from "@casepost/shared/placeholders"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { Archive, ArchiveRestore, Copy, Ellipsis, Pencil } from "lucide-react"
import { MenuTrigger } from "react-aria-components"
import { IconButton } from "../../../ui/buttons/icon-button"
import { classNames } from "../../../ui/class-names"
import { openRow } from "../../../ui/lists/open-row"
import { Chip } from "../../../ui/marks/chip"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { goTo } from "../../../ui/place/place"
import { languageNames } from "../../../ui/text/language-names"
import { momentInWords } from "../../../ui/text/moments"
import { piecesOf, readInside } from "../../../ui/text/placeholders/placeholder-text"
import unseen from "../../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./messages-list.module.css"
import { useArchiving } from "./use-archiving"

/** The link of a row. */
export const rowId = (id: string) => `standard-message-${id}`

type MessageRowProps = { message: StandardMessageSummary; isFresh: boolean; onCopy: () => void }

/** One standard message: the whole row opens it, and its link does for the keyboard. */
export function MessageRow({ message, isFresh, onCopy }: MessageRowProps) {
  const { description, texts, copies, files, lastUsedAt, uses } = message
  const place = `messages/${message.id}`
  const archive = useArchiving(message)
  const begins = texts[0]?.subject ?? texts[0]?.begins
  return (
    <tr className={classNames(styles.row, isFresh && styles.fresh)} onClick={event => openRow(event, place)}>
      <td className={styles.descriptionCell}>
        <a id={rowId(message.id)} href={`#/${place}`} className={styles.description} title={description}>
          <bdi>{description}</bdi>
        </a>
        {begins && <span className={styles.begins}>{inWords(begins)}</span>}
      </td>
      <td>
        <span className={styles.languages}>
          {texts.map(({ language }) => (
            <Chip key={language} shape="square">
              <abbr title={languageNames[language]}>{language.toUpperCase()}</abbr>
            </Chip>
          ))}
        </span>
      </td>
      <td className={styles.quiet}>{copies > 0 && words.copies(copies)}</td>
      <td className={styles.quiet}>
        {files > 0 && <span className={styles.line}>{words.files(files)}</span>}
        {message.attachInvoicePdf && <span className={styles.line}>{words.invoicePdf}</span>}
      </td>
      <td className={styles.quiet}>{lastUsedAt ? momentInWords(lastUsedAt) : words.never}</td>
      <td className={styles.number}>
        <span aria-hidden="true">{words.uses(uses)}</span>
        <span className={unseen.spoken}>{words.usesSaid(uses)}</span>
      </td>
      <td className={styles.menuColumn}>
        <MenuTrigger>
          <IconButton icon={Ellipsis} size="sm" label={words.actionsFor(description)} />
          <Menu>
            <MenuItem icon={Pencil} onAction={() => goTo(place)}>
              {words.edit}
            </MenuItem>
            <MenuItem icon={Copy} onAction={onCopy}>
              {words.copy}
            </MenuItem>
            <MenuItem icon={message.archivedAt ? ArchiveRestore : Archive} onAction={archive}>
              {message.archivedAt ? words.putBack : words.archive}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </td>
    </tr>
  )
}

/** A text with its placeholders as their names: "Invoice {Invoice number} is still open". */
function inWords(text: string): string {
  return piecesOf(text)
    .map(piece => {
      if ("words" in piece) return piece.words
      const { name, text: written } = readInside(piece.inside)
      return name ? `{${placeholders[name]}}` : written
    })
    .join("")
}
