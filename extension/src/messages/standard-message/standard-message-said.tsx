import { formatList } from "@casepost/shared/formats"
import type { ChosenStandardMessage } from "@casepost/shared/standard-messages"
import { FileWarning, NotebookText, Paperclip, X } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { Notice } from "../../ui/feedback/notice"
import { inEnglish } from "../../ui/text/language-names"
import { words as uiWords } from "../../ui/words"
import styles from "../compose/compose.module.css"
import { isReplySubject } from "../compose/reply-subject"
import type { Compose } from "../compose/use-compose"
import { words } from "../words"
import type { StandardMessageDone } from "./use-standard-message"

type StandardMessageSaidProps = { compose: Compose; done: StandardMessageDone; onAttach: () => void }

/** What was put in or taken out, in which language, and what could not come along; "Undo" puts everything back. */
export function StandardMessageSaid({ compose, done, onAttach }: StandardMessageSaidProps) {
  const { standard, of } = compose
  const { chosen } = done
  const said = words.standard
  const isPdfMissing = chosen?.invoicePdfMissing === true
  return (
    <div className={styles.asking}>
      <Notice
        icon={NotebookText}
        role="status"
        action={
          <>
            <Button size="sm" onPress={standard.undo}>
              {uiWords.undo}
            </Button>
            <IconButton size="sm" icon={X} label={uiWords.close} onPress={standard.read} />
          </>
        }
      >
        {chosen ? said.putIn(chosen.description) : said.takenOutNameless}
        {chosen && moreOf(chosen, done).map(sentence => ` ${sentence}`)}
      </Notice>
      {isPdfMissing && (
        <Notice
          tone="warning"
          icon={FileWarning}
          role="status"
          action={
            of.ref.kind === "invoice" && (
              <Button size="sm" icon={Paperclip} onPress={onAttach}>
                {said.attach}
              </Button>
            )
          }
        >
          {of.ref.kind === "invoice" ? said.noInvoicePdf(of.number) : said.noInvoicePdfHere}
        </Notice>
      )}
    </div>
  )
}

function moreOf(chosen: ChosenStandardMessage, { before }: StandardMessageDone): string[] {
  const said = words.standard
  const { fallbackFrom, language, leftOut, subject } = chosen
  return [
    ...(fallbackFrom ? [said.fallback(inEnglish[fallbackFrom], inEnglish[language])] : []),
    ...(leftOut.length > 0 ? [said.leftOut(formatList(leftOut, "en"), leftOut.length === 1)] : []),
    ...(subject !== null && isReplySubject(before.content.subject) ? [said.subjectKept] : []),
  ]
}
