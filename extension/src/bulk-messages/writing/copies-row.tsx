import { Copy } from "lucide-react"
import { useId, useState } from "react"
import { refusedField } from "../../api/refusal"
import { RecipientPicker } from "../../relations/picker/recipient-picker"
import { FieldRow } from "../../ui/layout/field-row"
import { words } from "../words"
import type { Writing } from "./use-bulk-writing"
import styles from "./writing.module.css"

const noChecks = new Map()

/** CC or BCC: whoever stands here gets a copy of every message, and how many is said. */
export function CopiesRow({ writing, row }: { writing: Writing; row: "cc" | "bcc" }) {
  const { content, keeper, message, administrationId } = writing
  const [isActive, setActive] = useState(false)
  const id = useId()
  const picked = content[row]
  return (
    <FieldRow
      label={words.write[row]}
      htmlFor={id}
      isActive={isActive}
      end={
        picked.length > 0 &&
        message.messages > 0 && (
          <span className={styles.copies}>
            <Copy size={15} strokeWidth={1.75} aria-hidden="true" />
            {picked.length === 1 ? words.write.copies(message.messages) : words.write.copiesEach(message.messages)}
          </span>
        )
      }
    >
      <RecipientPicker
        administrationId={administrationId}
        label={words.write[row]}
        inputId={id}
        value={{ recipients: picked, names: content.names, unfinished: writing.unfinished[row] ?? [] }}
        onChange={now => {
          keeper.change({ [row]: [...now.recipients], names: { ...content.names, ...now.names } })
          writing.setUnfinished(row, now.unfinished)
        }}
        checks={noChecks}
        onFocusChange={setActive}
        isDisabled={writing.isLocked}
        problem={refusedField(writing.error, `content.${row}`)}
      />
    </FieldRow>
  )
}
