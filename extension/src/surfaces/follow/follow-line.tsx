import { Pin } from "lucide-react"
import { Button as AriaButton, ToggleButton, TooltipTrigger } from "react-aria-components"
import type { FoundCase } from "../../tools/recognise/recognised"
import { Tooltip } from "../../ui/overlays/tooltip"
import { words as findWords } from "../find/words"
import styles from "./follow.module.css"
import type { Followed } from "./followed"
import { words } from "./words"

type FollowLineProps = {
  by: Followed["by"]
  /** What the tab shows, and what it was found by. */
  found: FoundCase | undefined
  onKeep: (isKept: boolean) => void
  onLookAgain: () => void
}

/** Beside the kind of the case: why this one is shown, and "Keep open". */
export function FollowLine({ by, found, onKeep, onLookAgain }: FollowLineProps) {
  return (
    <>
      <span aria-hidden="true">·</span>
      {by === "tab" ? (
        <TooltipTrigger delay={300}>
          <AriaButton className={styles.why ?? ""} onPress={onLookAgain}>
            <span className={styles.dot} aria-hidden="true" />
            {words.following}
          </AriaButton>
          <Tooltip>
            {found && words.reason(findWords.foundBy[found.by], found.found)} {words.lookAgain}
          </Tooltip>
        </TooltipTrigger>
      ) : (
        <span className={styles.words} title={by === "here" ? words.openedHereMore : undefined}>
          {by === "kept" ? words.kept : words.openedHere}
        </span>
      )}
      <ToggleButton className={styles.keep ?? ""} isSelected={by === "kept"} onChange={onKeep}>
        <Pin size={14} strokeWidth={1.75} aria-hidden="true" />
        {words.keepOpen}
      </ToggleButton>
    </>
  )
}
