import { classNames } from "../../class-names"
import options from "../../options/option.module.css"
import type { CaretList } from "../use-caret-list"
import type { PlaceholderOption } from "./placeholder-groups"
import { PlaceholderOptions } from "./placeholder-options"
import styles from "./placeholders.module.css"

type CaretOptionsProps = {
  id: string
  list: CaretList<PlaceholderOption>
  active: number
  onPoint: (place: number) => void
}

const width = 288
const mostHeight = 280

/** The placeholders under the caret; over it where there is more room. */
export function CaretOptions({ id, list, active, onPoint }: CaretOptionsProps) {
  const { at } = list
  const below = window.innerHeight - at.bottom - 12
  const isBelow = below >= mostHeight || below >= at.top - 12
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8))
  const place = isBelow ? { top: at.bottom + 4 } : { bottom: window.innerHeight - at.top + 4 }
  return (
    <div
      className={classNames(options.list, styles.atCaret)}
      style={{ ...place, left, width, maxHeight: Math.min(mostHeight, isBelow ? below : at.top - 12) }}
    >
      <PlaceholderOptions id={id} found={list.items} active={active} onPoint={onPoint} onTake={list.take} />
    </div>
  )
}
