import { Copy, FileClock, UserRoundX } from "lucide-react"
import { Button } from "../ui/buttons/button"
import { Notice } from "../ui/feedback/notice"
import { showToast } from "../ui/feedback/toasts"
import { textOf } from "../ui/text/clean-html"
import { agoInWords } from "../ui/text/moments"
import type { DraftKeeper, DraftState } from "./draft-keeper"
import styles from "./drafts.module.css"
import { leftOutInWords, words } from "./words"

type DraftNoticesProps = { draft: DraftState & { keeper: DraftKeeper }; administrationName: string }

/** One at a time: the draft is open elsewhere, or gone; who was taken out of it; what was typed here before, to copy. */
export function DraftNotices({ draft, administrationName }: DraftNoticesProps) {
  const { conflict, leftOut, mine, keeper } = draft
  if (conflict)
    return (
      <Notice
        icon={Copy}
        role="status"
        action={
          <Button size="sm" onPress={keeper.writeHere}>
            {words.writeHere}
          </Button>
        }
      >
        {conflict.kind === "gone" ? words.gone : words.otherTab(agoInWords(conflict.newer.savedAt))}
      </Notice>
    )
  if (leftOut.length > 0)
    return (
      <Notice
        icon={UserRoundX}
        role="status"
        action={
          <Button size="sm" onPress={keeper.saidLeftOut}>
            {words.understood}
          </Button>
        }
      >
        {leftOutInWords(leftOut, administrationName)}
      </Notice>
    )
  if (mine === undefined) return null
  const text = textOf(mine)
  return (
    <Notice
      icon={FileClock}
      action={
        <Button
          size="sm"
          onPress={() =>
            void navigator.clipboard.writeText(text).then(() => showToast({ kind: "success", words: words.copied }))
          }
        >
          {words.copyMine}
        </Button>
      }
    >
      {words.mine} <q className={styles.mine}>{text}</q>
    </Notice>
  )
}
