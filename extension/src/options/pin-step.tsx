import { EllipsisVertical, Pin, Puzzle } from "lucide-react"
import { useEffect, useState } from "react"
import { Logo } from "../ui/marks/logo"
import styles from "./first-run.module.css"
import { Step } from "./step"
import { words } from "./words"

/** How to pin the icon; done by itself as soon as Chrome says it is pinned. */
export function PinStep({ isNext }: { isNext: boolean }) {
  const [isPinned, setPinned] = useState(false)
  useEffect(() => {
    const look = () => void chrome.action.getUserSettings().then(now => setPinned(now.isOnToolbar === true))
    look()
    const timer = setInterval(look, 1500)
    return () => clearInterval(timer)
  }, [])
  return (
    <Step number={3} title={words.pin} isDone={isPinned} isNext={isNext && !isPinned}>
      <p className={styles.quiet}>{isPinned ? words.pinned : words.pinHow}</p>
      {!isPinned && (
        <div className={styles.toolbar} aria-hidden="true">
          <div className={styles.bar}>
            <span className={styles.address} />
            <span className={styles.ringed}>
              <Puzzle size={16} strokeWidth={1.75} />
            </span>
            <EllipsisVertical size={18} />
          </div>
          <div className={styles.ground}>
            <div className={styles.listed}>
              <Logo size={24} />
              <span>{words.product}</span>
              <span className={styles.ringed}>
                <Pin size={15} strokeWidth={1.75} />
              </span>
            </div>
          </div>
        </div>
      )}
    </Step>
  )
}
