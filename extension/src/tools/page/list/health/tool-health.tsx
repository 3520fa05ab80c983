import type { Tool } from "@casepost/shared/tools"
import { CircleCheck, CircleDashed, CircleMinus, type LucideIcon, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { isPolicyTool } from "../../../../api/policy"
import { classNames } from "../../../../ui/class-names"
import { dayInWords } from "../../../../ui/text/moments"
import { words } from "../../words"
import listStyles from "../tools-list.module.css"
import styles from "./tool-health.module.css"

const week = 7 * 86_400_000

/** How recognition goes on the tool's pages: always a mark and words; what stopped working leads to pointing at the number again. */
export function ToolHealthCell({ tool }: { tool: Tool }) {
  const { tone, icon: Icon, title, more } = shownOf(tool)
  return (
    <span className={styles.health}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles[tone]} />
      <span className={listStyles.two}>
        <span className={classNames(styles.title, styles[`${tone}Words`])}>{title}</span>
        <span className={listStyles.quiet}>{more}</span>
      </span>
    </span>
  )
}

type Shown = { tone: "green" | "amber" | "grey"; icon: LucideIcon; title: string; more: ReactNode }

function shownOf(tool: Tool): Shown {
  const { health } = words
  const { state, found, pages, kinds, since } = tool.health
  if (isPolicyTool(tool))
    return { tone: "grey", icon: CircleDashed, title: health.notCounted, more: health.notCountedMore }
  if (state === "off")
    return {
      tone: "grey",
      icon: CircleMinus,
      title: health.off,
      more: health.offBy(tool.switchedBy, tool.switchedAt && dayInWords(tool.switchedAt)),
    }
  if (state === "finds")
    return { tone: "green", icon: CircleCheck, title: health.finds, more: health.found(kinds, found) }
  if (state === "fields") return { tone: "green", icon: CircleCheck, title: health.fields, more: health.fieldsMore }
  if (state === "unseen") return { tone: "grey", icon: CircleDashed, title: health.unseen, more: health.unseenMore }
  const isFewer = state === "fewer"
  return {
    tone: "amber",
    icon: TriangleAlert,
    title: isFewer ? (since ? health.fewer(sinceInWords(since)) : health.fewerNow) : health.never,
    more: (
      <>
        {health.on(found, pages)}
        <a href={`#/tools/${tool.id}?pick`} className={styles.again}>
          {isFewer ? health.again : health.atNumber}
        </a>
      </>
    ),
  }
}

/** The weekday within a week, else the date. */
function sinceInWords(since: string): string {
  const day = new Date(`${since}T12:00:00`)
  return Date.now() - day.getTime() < week ? weekday.format(day) : dayInWords(day.toISOString())
}

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" })
