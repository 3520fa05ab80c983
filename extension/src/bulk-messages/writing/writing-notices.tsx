import { Copy, FileClock } from "lucide-react"
import { isForNow } from "../../api/refusal"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { agoInWords } from "../../ui/text/moments"
import { words } from "../words"
import type { Writing } from "./use-bulk-writing"
import styles from "./writing.module.css"

/** One at a time: why nothing was sent, the draft is newer elsewhere, or what was typed here before. */
export function WritingNotices({ writing, onRetry }: { writing: Writing; onRetry: () => void }) {
  return (
    <div className={styles.notices}>
      <One writing={writing} onRetry={onRetry} />
    </div>
  )
}

function One({ writing, onRetry }: { writing: Writing; onRetry: () => void }) {
  const { draft, keeper, error, stopped, forbidden } = writing
  const { newer, mine } = draft
  if (forbidden) return <Notice>{forbidden}</Notice>
  if (newer)
    return (
      <Notice
        icon={Copy}
        role="status"
        action={
          <Button size="sm" onPress={() => void keeper.takeNewer()}>
            {words.write.showNewer}
          </Button>
        }
      >
        {words.write.newer(agoInWords(newer.savedAt))}
      </Notice>
    )
  // What the text in sight lacks is said beside it.
  if (stopped && !writing.wanting) return <ProblemNotice problem={{ message: stopped }} onRetry={onRetry} />
  // What was refused as it is needs a change first.
  if (error) return <ProblemNotice problem={error} {...(isForNow(error) ? { onRetry } : {})} />
  if (draft.error) return <ProblemNotice problem={draft.error} onRetry={() => void keeper.save()} />
  if (!mine) return null
  return (
    <Notice
      icon={FileClock}
      action={
        <>
          <Button size="sm" onPress={() => keeper.putMine(mine)}>
            {words.write.putMine}
          </Button>
          <Button size="sm" kind="ghost" onPress={keeper.forgetMine}>
            {words.write.leaveMine}
          </Button>
        </>
      }
    >
      {words.write.mine}
    </Notice>
  )
}
