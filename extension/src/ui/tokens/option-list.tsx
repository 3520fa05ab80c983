import { ArrowDown, ArrowUp, Ban, Check, CornerDownLeft, Shield } from "lucide-react"
import { useLayoutEffect, useRef, useState } from "react"
import { classNames } from "../class-names"
import { Avatar } from "../marks/avatar"
import { Kbd } from "../marks/kbd"
import options from "../options/option.module.css"
import { rowsBetween, wholeRows } from "../options/option-rows"
import unseen from "../text/unseen.module.css"
import { words } from "../words"
import styles from "./option-list.module.css"
import { type OptionRow, optionHeight, type TokenOption } from "./token-options"

type OptionListProps = {
  id: string
  label: string
  rows: readonly OptionRow[]
  /** The place of the option that Enter takes; -1 for none. */
  active: number
  chosen: ReadonlySet<string>
  onPick: (option: TokenOption) => void
  onPoint: (place: number) => void
  /** Stands under the list in place of the keys. */
  note?: string
  /** Something else stands under the list: `none`. */
  foot?: "keys" | "none"
}

/** Pixels a list is high at most; less where the window is lower. */
const mostHeight = 236
/** Pixels drawn beyond what is in sight, so that scrolling never shows a gap. */
const beyond = 200

/** The open list of a token field. Only the rows in sight are drawn: 5,000 relations cost what 10 do. */
export function OptionList(props: OptionListProps) {
  const { id, label, rows, active, chosen, onPick, onPoint, note, foot = "keys" } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const last = rows.at(-1)
  const height = last ? last.top + last.height : 0
  const count = last?.kind === "option" ? last.place + 1 : 0
  const most = wholeRows(rows, mostHeight)
  const end = scrolled + Math.min(most, scroller.current?.clientHeight || most)
  const shown = rowsBetween(rows, scrolled - beyond, end + beyond)
  const lastSeen = rowsBetween(rows, 0, end - optionHeight / 2).findLast(row => row.kind === "option")
  const below = lastSeen?.kind === "option" ? count - 1 - lastSeen.place : 0

  useLayoutEffect(() => {
    const row = rows.find(candidate => candidate.kind === "option" && candidate.place === active)
    const box = scroller.current
    if (!row || !box) return
    if (row.top < box.scrollTop) box.scrollTop = active === 0 ? 0 : row.top
    else if (row.top + row.height > box.scrollTop + box.clientHeight)
      box.scrollTop = row.top + row.height - box.clientHeight
  }, [active, rows])

  return (
    <>
      <div
        ref={scroller}
        id={id}
        role="listbox"
        aria-label={label}
        className={styles.scroller}
        style={{ maxHeight: most }}
        onScroll={event => setScrolled(event.currentTarget.scrollTop)}
      >
        <div role="presentation" className={styles.list} style={{ height }}>
          {shown.map(row =>
            row.kind === "group" ? (
              <div key={`group ${row.name}`} role="presentation" className={options.group} style={{ top: row.top }}>
                {row.name}
              </div>
            ) : (
              <Option
                key={row.option.id}
                id={`${id}-${row.place}`}
                row={row}
                count={count}
                isActive={row.place === active}
                isChosen={chosen.has(row.option.id)}
                onPick={onPick}
                onPoint={onPoint}
              />
            ),
          )}
        </div>
      </div>
      {foot === "keys" && <Foot {...(note ? { note } : {})} below={below} />}
    </>
  )
}

/** The keys of the list, or a note in their place. */
function Foot({ note, below }: { note?: string; below: number }) {
  return (
    <div className={styles.foot}>
      {note ? (
        <>
          <Shield size={14} strokeWidth={1.75} aria-hidden="true" />
          {note}
        </>
      ) : (
        <>
          <Kbd>
            <ArrowUp />
          </Kbd>
          <Kbd>
            <ArrowDown />
          </Kbd>
          {words.recipients.move}
          <span className={styles.gap} />
          <Kbd>
            <CornerDownLeft />
          </Kbd>
          {words.recipients.add}
        </>
      )}
      {below > 0 && !note && <span className={styles.below}>{words.recipients.moreBelow(below)}</span>}
    </div>
  )
}

type OptionProps = {
  id: string
  row: OptionRow & { kind: "option" }
  count: number
  isActive: boolean
  isChosen: boolean
  onPick: (option: TokenOption) => void
  onPoint: (place: number) => void
}

function Option({ id, row, count, isActive, isChosen, onPick, onPoint }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys stay with the combobox input (aria-activedescendant)
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox input (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={row.place + 1}
      className={classNames(options.option, styles.option, isActive && options.active)}
      style={{ top: row.top }}
      onMouseDown={event => event.preventDefault()}
      onMouseMove={() => !isActive && onPoint(row.place)}
      onClick={() => onPick(row.option)}
    >
      <Avatar size={28} name={row.option.name} />
      <span className={options.words}>
        <span className={options.name}>{row.option.name}</span>
        {row.option.kind && <span className={unseen.spoken}>, {row.option.kind}, </span>}
        <span className={classNames(options.detail, row.option.warning && options.warned)}>
          {row.option.warning && <Ban size={12} aria-hidden="true" />}
          {row.option.detail}
          {row.option.warning && `, ${row.option.warning}`}
        </span>
      </span>
      {isChosen ? (
        <Check size={16} className={styles.check} aria-hidden="true" />
      ) : (
        isActive && (
          <Kbd>
            <CornerDownLeft aria-hidden="true" />
          </Kbd>
        )
      )}
    </div>
  )
}
