import { classNames } from "../class-names"
import { Avatar } from "../marks/avatar"
import options from "../options/option.module.css"
import { words } from "../words"
import styles from "./mention-options.module.css"
import type { Mentionable } from "./mention-suggestion"
import type { CaretList } from "./use-caret-list"

type MentionOptionsProps = {
  id: string
  list: CaretList<Mentionable>
  active: number
  onPoint: (place: number) => void
}

const width = 248
const rowHeight = 42

/** The people under the caret; over it where there is no room below. */
export function MentionOptions({ id, list, active, onPoint }: MentionOptionsProps) {
  const { items: people, at, take } = list
  const height = people.length * rowHeight + 8
  const fitsBelow = at.bottom + 4 + height < window.innerHeight
  const top = fitsBelow ? at.bottom + 4 : Math.max(4, at.top - 4 - height)
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8))
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.mentions.people}
      className={classNames(options.list, styles.list)}
      style={{ top, left, width }}
    >
      {people.map((person, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches it from the text
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
        <div
          key={person.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active}
          className={classNames(options.option, styles.option, place === active && options.active)}
          onMouseDown={event => event.preventDefault()}
          onMouseEnter={() => onPoint(place)}
          onClick={() => take(person)}
        >
          <Avatar size={24} name={person.name} />
          <span className={options.words}>
            <span className={options.name}>{person.name}</span>
            <span className={options.detail}>{person.detail}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
