import { FileWarning, MessageCircleOff } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { dayInWords } from "../../ui/text/moments"
import writing from "../../ui/writing/writing.module.css"
import { isShownInRows, shownPaths } from "../compose-rows/row-problem"
import { words } from "../words"
import type { Compose } from "./use-compose"

type ComposeProblemsProps = { compose: Compose; onRetry: () => void; onWrite: () => void }

/** Above the rows: that this customer must not be messaged, and what the last try to send met. */
export function ComposeProblems({ compose, onRetry, onWrite }: ComposeProblemsProps) {
  const { of, error, stopped, wrong } = compose
  const mark = of.doNotMessage
  const isSaidBelow = stopped === undefined && isShownInRows(error)
  const isPdfWanted = stopped === words.standard.pdfWanted
  const inFields = stopped !== undefined && (stopped === wrong.subject || stopped === wrong.bodyHtml)
  return (
    <div className={writing.notices}>
      {mark && (
        <Notice tone="warning" icon={MessageCircleOff}>
          <strong>{words.doNotMessage}</strong> {mark.reason.replace(/\.$/, "")}.{" "}
          {words.doNotMessageBy(mark.by, dayInWords(mark.at))}
        </Notice>
      )}
      {isPdfWanted && (
        <Notice
          tone="warning"
          icon={FileWarning}
          role="alert"
          action={
            <Button
              size="sm"
              onPress={() => {
                compose.standard.goWithoutPdf()
                onWrite()
              }}
            >
              {words.standard.goWithoutPdf}
            </Button>
          }
        >
          {stopped}
        </Notice>
      )}
      {stopped !== undefined && !inFields && !isPdfWanted && (
        <ProblemNotice
          problem={{ message: stopped, ...(stopped === words.notSentDropped ? { code: "unreachable" } : {}) }}
          {...(stopped === words.notSentDropped ? { onRetry } : {})}
        />
      )}
      {stopped === undefined && error && !isSaidBelow && (
        <ProblemNotice problem={error} shownFields={shownPaths(error)} />
      )}
    </div>
  )
}
