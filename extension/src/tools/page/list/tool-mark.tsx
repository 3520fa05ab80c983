import { classNames } from "../../../ui/class-names"
import { initialsOf } from "../../../ui/marks/avatar"
import styles from "./tool-mark.module.css"

const tints = ["slate", "bronze", "teal", "plum", "graphite", "moss"] as const

/** Two letters on a dark colour, always the same one for a name. Decoration: the name stands beside it. */
export function ToolMark({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className={classNames(styles.mark, styles[tintOf(name)])}>
      {initialsOf(name)}
    </span>
  )
}

function tintOf(name: string): (typeof tints)[number] {
  let sum = 33
  for (const character of name.toLowerCase()) sum = (sum * 7 + (character.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? "slate"
}
