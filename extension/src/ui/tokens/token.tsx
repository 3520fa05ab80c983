import { Ban, CircleAlert, NotebookText, Pin, TriangleAlert, UserRound, X } from "lucide-react"
import { classNames } from "../class-names"
import { Avatar } from "../marks/avatar"
import unseen from "../text/unseen.module.css"
import { words } from "../words"
import styles from "./token.module.css"

/** How much an address can be trusted to arrive; `typed`, `relation` and the customers' say where it came from. */
export type TokenState = keyof typeof words.recipients.states

export type FieldToken = {
  id: string
  /** What the token says: a name, or an address. */
  label: string
  /** Its address, where that is known: by it the same person is known in another field. */
  address?: string
  /** Whose initials it carries; the label, unless given. */
  name?: string
  /** Shown when one points at it, said when it is selected: the address behind a name, or why it will not arrive. */
  hint?: string
  state?: TokenState
  /** What stands in the field when the token is taken back to be corrected; not given: it cannot be. */
  edits?: string
  /** Nobody chose it: it is always there at first, and `hint` says why. */
  isStanding?: boolean
  /** What put it there, where that was not a hand: "Added by “Second reminder”". */
  addedBy?: string
}

type TokenProps = {
  token: FieldToken
  isSelected: boolean
  /** Left out: the token cannot be taken away. */
  onRemove?: () => void
  onEdit?: () => void
  onPoint: () => void
}

/** One recipient. */
export function Token({ token, isSelected, onRemove, onEdit, onPoint }: TokenProps) {
  const state = token.state ?? "default"
  const said = words.recipients.states[state]
  const Icon = icons[state]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches tokens from the field's input, with the arrow keys
    <li
      className={classNames(styles.token, styles[state], isSelected && styles.selected)}
      title={[token.hint ?? token.label, token.addedBy].filter(Boolean).join(". ")}
      // The focus stays in the field's input, so that Backspace and Enter mean this token.
      onMouseDown={event => event.preventDefault()}
      onDoubleClick={onEdit}
      onClick={event => {
        event.stopPropagation()
        onPoint()
      }}
    >
      {Icon ? (
        <Icon size={15} aria-hidden="true" className={styles.mark} />
      ) : (
        <Avatar size={18} name={token.name ?? token.label} />
      )}
      <span className={styles.words}>{token.label}</span>
      {token.isStanding && <Pin size={13} strokeWidth={1.75} aria-hidden="true" className={styles.pin} />}
      {token.addedBy && <NotebookText size={13} strokeWidth={1.75} aria-hidden="true" className={styles.pin} />}
      {token.addedBy && <span className={unseen.spoken}>, {token.addedBy}</span>}
      {(said || token.isStanding) && (
        <span className={unseen.spoken}>, {token.isStanding ? (token.hint ?? said) : said}</span>
      )}
      {onRemove && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.remove}
          aria-label={words.remove(token.label)}
          onClick={event => {
            event.stopPropagation()
            onRemove()
          }}
        >
          <X size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

const icons: Partial<Record<TokenState, typeof Ban>> = {
  "not-valid": CircleAlert,
  bounced: TriangleAlert,
  suppressed: Ban,
  customer: UserRound,
  "other-customer": TriangleAlert,
}
