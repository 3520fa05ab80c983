import { Check } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "../ui/class-names"
import { Card } from "../ui/layout/card"
import styles from "./first-run.module.css"
import { words } from "./words"

type StepProps = {
  number: number
  title: string
  isDone: boolean
  /** The one to do now. */
  isNext: boolean
  end?: ReactNode
  children: ReactNode
}

/** One step of the first run, with its number until it is done. */
export function Step({ number, title, isDone, isNext, end, children }: StepProps) {
  return (
    <Card isActive={isNext}>
      <div className={styles.step}>
        <span className={classNames(styles.number, isDone && styles.done, isNext && styles.next)}>
          {isDone ? <Check size={15} strokeWidth={2.25} aria-label={words.stepDone} /> : number}
        </span>
        <div className={styles.inside}>
          <div className={styles.stepHead}>
            <h2 className={styles.stepTitle}>{title}</h2>
            {end}
          </div>
          {children}
        </div>
      </div>
    </Card>
  )
}
