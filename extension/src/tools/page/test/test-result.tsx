import type { CaseSummary } from "@casepost/shared/cases"
import { CircleCheck, CircleHelp, CircleMinus, ListChecks, type LucideIcon } from "lucide-react"
import { classNames } from "../../../ui/class-names"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import type { PageTest, TestStep } from "../../test-page"
import styles from "./test-dialog.module.css"
import { words } from "./words"

/** What the page comes to, and under it each place that was looked at, in the order of trust. */
export function TestResult({ result, readsCases }: { result: PageTest; readsCases: boolean }) {
  const { tone, icon: Icon, title, more } = verdictOf(result)
  return (
    <>
      <div className={classNames(styles.verdict, styles[tone])} role="status">
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
        <div>
          <p className={styles.title}>{title}</p>
          <p>{more}</p>
        </div>
      </div>
      {result.administration === "unknown" && <ProblemNotice problem={{ message: words.unknownAdministration }} />}
      {!readsCases && <ProblemNotice problem={{ message: words.readsNone }} />}
      <h3 className={styles.stepsTitle}>{words.steps(result.frames)}</h3>
      <ol className={styles.steps}>
        {result.steps.map(step => (
          <Step key={step.by} step={step} />
        ))}
      </ol>
    </>
  )
}

function Step({ step }: { step: TestStep }) {
  return (
    <li className={styles.step}>
      <span className={styles.place}>{words.places[step.by]}</span>
      {step.texts.length === 0 ? (
        <span className={styles.quiet}>{words.nothingThere}</span>
      ) : (
        <ul className={styles.texts}>
          {step.texts.slice(0, 12).map(({ text, cases }) => (
            <li key={`${text.as} ${text.kind} ${text.text}`}>
              <code>{text.text}</code>{" "}
              <span className={cases.length > 0 ? styles.known : styles.quiet}>
                {cases.length > 0 ? cases.map(inWords).join(", ") : words.unknown[text.as]}
              </span>
            </li>
          ))}
          {step.texts.length > 12 && <li className={styles.quiet}>{words.more(step.texts.length - 12)}</li>}
        </ul>
      )}
    </li>
  )
}

type Verdict = { tone: "good" | "choose" | "none"; icon: LucideIcon; title: string; more: string }

function verdictOf({ recognised, says }: PageTest): Verdict {
  if (recognised.kind === "one")
    return { tone: "good", icon: CircleCheck, title: inWords(recognised.found), more: words.bound[recognised.found.by] }
  if (recognised.kind === "several" && recognised.isList)
    return { tone: "good", icon: ListChecks, title: words.list(recognised.cases.length), more: words.listMore }
  if (recognised.kind === "several")
    return { tone: "choose", icon: CircleHelp, title: words.offered(recognised.cases.length), more: words.offeredMore }
  const why = recognised.why === "nothing" && says === "case" ? "nothingOnCase" : recognised.why
  return {
    tone: "none",
    icon: CircleMinus,
    title: words.none[why].title,
    more: words.none[why].more(recognised.numbers),
  }
}

function inWords({ ref, number, customerName }: CaseSummary): string {
  return words.caseInWords(ref.kind, { number, customerName })
}
