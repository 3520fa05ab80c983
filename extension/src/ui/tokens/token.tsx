import { Ban, CircleAlert, TriangleAlert, X } from "lucide-react"
import { classNames } from "../class-names"
import { Avatar } from "../marks/avatar"
import { words } from "../words"
import styles from "./token.module.css"

/** How much an address can be trusted to arrive; `typed` and `relation` say where it came from. */
export type TokenState = keyof typeof words.recipients.states

export type FieldToken = {
  id: string
  /** What the token says: a name, or an address. */
  label: string
  /** Whose initials it carries; the label, unless given. */
  name?: string
  /** Shown when one points at it: the address behind a name, or why it will not arrive. */
  hint?: string
  state?: TokenState
}

type TokenProps = {
  token: FieldToken
  isSelected: boolean
  /** Left out: the token cannot be taken away. */
  onRemove?: () => void
  onPoint: () => void
}

/** One recipient. */
export function Token({ token, isSelected, onRemove, onPoint }: TokenProps) {
  const state = token.state ?? "default"
  const said = words.recipients.states[state]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches tokens from the field's input, with the arrow keys
    <li
      className={classNames(styles.token, styles[state], isSelected && styles.selected)}
      title={token.hint ?? token.label}
      onClick={event => {
        event.stopPropagation()
        onPoint()
      }}
    >
      {state === "not-valid" && <CircleAlert size={15} aria-hidden="true" className={styles.mark} />}
      {state === "bounced" && <TriangleAlert size={15} aria-hidden="true" className={styles.mark} />}
      {state === "suppressed" && <Ban size={15} aria-hidden="true" className={styles.mark} />}
      {(state === "default" || state === "typed" || state === "relation") && (
        <Avatar size={18} name={token.name ?? token.label} />
      )}
      <span className={styles.words}>{token.label}</span>
      {said && <span className={styles.said}>{said}</span>}
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
