import type { OverviewRow } from "@casepost/shared/overviews"
import { CircleAlert, MessageCircleOff, Monitor, Scale } from "lucide-react"
import type { ReactNode } from "react"
import { words } from "../words"
import styles from "./attention.module.css"

type Mark = { words: string; look: ReactNode; tone: string }

/** What a case asks for, the most pressing first: the first in words, the others as their pictures. */
export function Attention({ of }: { of: OverviewRow }) {
  const [first, ...others] = marksOf(of)
  if (!first) return null
  return (
    <span className={styles.attention}>
      <span className={`${styles.mark} ${styles[first.tone]}`}>
        {first.look}
        <span className={styles.cut}>{first.words}</span>
      </span>
      {others.map(mark => (
        <span
          key={mark.words}
          role="img"
          aria-label={mark.words}
          title={mark.words}
          className={`${styles.mark} ${styles[mark.tone]}`}
        >
          {mark.look}
        </span>
      ))}
    </span>
  )
}

function marksOf(of: OverviewRow): Mark[] {
  const icon = { size: 15, strokeWidth: 1.75, "aria-hidden": true } as const
  const dot = <span className={styles.dot} aria-hidden="true" />
  const marks: (Mark | false)[] = [
    of.notDelivered && { words: words.notDelivered, look: <CircleAlert {...icon} />, tone: "danger" },
    of.unread > 0 && { words: words.unread(of.unread), look: dot, tone: "accent" },
    of.doNotMessage !== null && { words: words.doNotMessage, look: <MessageCircleOff {...icon} />, tone: "warning" },
    of.portalOnly && { words: words.portalOnly, look: <Monitor {...icon} />, tone: "quiet" },
    of.matter !== null && { words: of.matter.number, look: <Scale {...icon} />, tone: "quiet" },
  ]
  return marks.filter(mark => mark !== false)
}
