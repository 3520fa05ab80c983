import { Ban, CircleAlert, Info, Pin, TriangleAlert, UserRound } from "lucide-react"
import { classNames } from "../../ui/class-names"
import type { FieldToken, TokenState } from "../../ui/tokens/token"
import { words } from "../words"
import styles from "./recipient-picker.module.css"

type PickerRemarkProps = {
  id: string
  problem: string | undefined
  remark: string | undefined
  tokens: readonly FieldToken[]
}

/** Under a picker: what is wrong with it, else what came of the last change, else the one thing most worth knowing of who stands in it. */
export function PickerRemark({ id, problem, remark, tokens }: PickerRemarkProps) {
  if (problem)
    return (
      <p id={id} className={styles.problem} role="alert">
        <CircleAlert size={14} aria-hidden="true" />
        {problem}
      </p>
    )
  if (remark)
    return (
      <p id={id} className={styles.remark} role="status">
        <Info size={14} strokeWidth={1.75} aria-hidden="true" />
        {remark}
      </p>
    )
  const remarked = marks.flatMap(mark => tokens.find(token => token.state === mark.state) ?? [])[0]
  const standing = tokens.find(token => token.isStanding)
  const token = remarked ?? standing
  if (!token?.hint) return null
  const mark = marks.find(one => one.state === token.state)
  const Icon = mark?.icon ?? Pin
  return (
    <p id={id} className={classNames(styles.remark, mark && styles[mark.tone])}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      {mark ? `${token.label}: ${token.hint}` : words.alwaysCopied}
    </p>
  )
}

const marks: readonly { state: TokenState; tone: "danger" | "warning" | "plain"; icon: typeof Ban }[] = [
  { state: "suppressed", tone: "danger", icon: Ban },
  { state: "other-customer", tone: "warning", icon: TriangleAlert },
  { state: "bounced", tone: "warning", icon: TriangleAlert },
  { state: "customer", tone: "plain", icon: UserRound },
]
