import { ScanSearch } from "lucide-react"
import type { UseRecognised } from "../../tools/recognise/use-recognised"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { ToolOffers } from "../follow/tool-offers"
import { words as surfaceWords } from "../words"
import styles from "./list/list.module.css"
import { noneInWords } from "./page-cases"

type NoCaseChosenProps = { look: UseRecognised; url: string | undefined; onOverviews: () => void }

/** Under the popup's list while nothing is chosen: that the page shows no case, and why; what could be switched on for it. */
export function NoCaseChosen({ look, url, onOverviews }: NoCaseChosenProps) {
  const { recognised, error, retry } = look
  if (error)
    return (
      <div className={styles.problem}>
        <ProblemNotice problem={error} onRetry={retry} />
      </div>
    )
  // Several are on the page: the list above asks which one.
  if (recognised && recognised.kind !== "none") return null
  const said = noneInWords(recognised)
  return (
    <>
      <EmptyState
        icon={ScanSearch}
        title={said.title}
        action={<Button onPress={onOverviews}>{surfaceWords.openOverviews}</Button>}
      >
        {said.more}
      </EmptyState>
      <ToolOffers url={url} />
    </>
  )
}
