import { ArrowLeftRight } from "lucide-react"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { words } from "./words"

type OtherCaseNoticeProps = {
  /** What the tab shows, as it is called. */
  shown: string
  /** What stays here; undefined while that is being read. */
  here: string | undefined
  isWriting: boolean
  onSwitch: () => void
}

/** The tab went on to another case, and this one stays until somebody says otherwise. */
export function OtherCaseNotice({ shown, here, isWriting, onSwitch }: OtherCaseNoticeProps) {
  return (
    <Notice icon={ArrowLeftRight} role="status" action={<Button onPress={onSwitch}>{words.switchTo}</Button>}>
      {words.thisTabShows} <strong>{shown}</strong>.{" "}
      {here && (isWriting ? words.stillWriting(here) : words.stillHere(here))}
    </Notice>
  )
}
