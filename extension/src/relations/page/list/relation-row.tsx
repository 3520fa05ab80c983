import type { Relation } from "@casepost/shared/relations"
import { Ban, Ellipsis, Pencil, Trash2, TriangleAlert } from "lucide-react"
import { MenuTrigger } from "react-aria-components"
import { IconButton } from "../../../ui/buttons/icon-button"
import { classNames } from "../../../ui/class-names"
import { openRow } from "../../../ui/lists/open-row"
import { Avatar } from "../../../ui/marks/avatar"
import { Chip } from "../../../ui/marks/chip"
import { Menu, MenuItem } from "../../../ui/overlays/menu"
import { goTo } from "../../../ui/place/place"
import unseen from "../../../ui/text/unseen.module.css"
import styles from "../relations-page.module.css"
import { words } from "../words"
import { rowId } from "./use-fresh-row"

type RelationRowProps = { relation: Relation; isFresh: boolean; onDelete: () => void }

/** One relation: the whole row opens it, and its link does for the keyboard. */
export function RelationRow({ relation, isFresh, onDelete }: RelationRowProps) {
  const place = `relations/${relation.id}`
  return (
    <tr className={classNames(styles.row, isFresh && styles.fresh)} onClick={event => openRow(event, place)}>
      <td>
        <span className={styles.who}>
          <Avatar name={relation.name} size={28} />
          <a id={rowId(relation.id)} href={`#/${place}`} className={styles.name} title={relation.name}>
            <bdi>{relation.name}</bdi>
          </a>
        </span>
      </td>
      <td className={styles.addressCell}>
        <span className={styles.address} title={relation.address}>
          {relation.address}
        </span>
        {relation.suppressed && (
          <span className={styles.suppressed} title={words.suppressedMore}>
            <Chip tone="danger" icon={Ban}>
              {words.suppressed}
            </Chip>
          </span>
        )}
      </td>
      <td className={styles.chipsCell}>
        <Administrations names={relation.administrations.map(({ name }) => name)} />
      </td>
      <td className={styles.menuColumn}>
        <MenuTrigger>
          <IconButton icon={Ellipsis} size="sm" label={words.actionsFor(relation.name)} />
          <Menu>
            <MenuItem icon={Pencil} onAction={() => goTo(place)}>
              {words.edit}
            </MenuItem>
            <MenuItem icon={Trash2} isDangerous onAction={onDelete}>
              {words.delete}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </td>
    </tr>
  )
}

/** Up to two by name; of more the first, and how many others. All of them are in its tooltip and its text. */
function Administrations({ names }: { names: readonly string[] }) {
  if (names.length === 0)
    return (
      <Chip tone="warning" icon={TriangleAlert}>
        {words.nowhere}
      </Chip>
    )
  const shown = names.length > 2 ? names.slice(0, 1) : names
  const others = names.slice(shown.length)
  return (
    <span className={styles.chips} title={names.join(", ")}>
      {shown.map(name => (
        <Chip key={name}>
          <bdi>{name}</bdi>
        </Chip>
      ))}
      {others.length > 0 && (
        <Chip>
          <span aria-hidden="true">{words.more(others.length)}</span>
          <span className={unseen.spoken}>{others.join(", ")}</span>
        </Chip>
      )}
    </span>
  )
}
