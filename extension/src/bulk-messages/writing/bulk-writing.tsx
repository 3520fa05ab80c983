import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useCallback, useState } from "react"
import { goTo } from "../../ui/place/place"
import { BulkFrame } from "../frame/bulk-frame"
import { PreviewPane } from "../preview/preview-pane"
import { CaseFacts } from "../rows/case-facts"
import { CaseRows } from "../rows/case-rows"
import { CaseState } from "../rows/case-state"
import { checkedLook } from "../rows/checked-look"
import { chosenInWords, words } from "../words"

/** A bulk message that is being written. */
export function BulkWriting({ opened: message }: { opened: BulkMessage }) {
  const [chosen, setChosen] = useState<number | undefined>()
  const onPosition = useCallback((position: number) => setChosen(position), [])
  const position = chosen ?? 0
  return (
    <BulkFrame
      about={chosenInWords(message)}
      closeLabel={words.close}
      onClose={() => goTo(`${message.kind}s`)}
      preview={
        <PreviewPane message={message} position={position} isFirst={chosen === undefined} onPosition={onPosition} />
      }
      foot={null}
    >
      <CaseRows message={message} show="all" total={message.total} position={position} onShow={onPosition}>
        {(one, row) => (
          <button type="button" data-main tabIndex={row.tabIndex} onClick={row.onShow}>
            <CaseFacts of={one} />
            <CaseState look={checkedLook(one)} />
          </button>
        )}
      </CaseRows>
    </BulkFrame>
  )
}
