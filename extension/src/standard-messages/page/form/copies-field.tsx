import { UserRoundX } from "lucide-react"
import { useId } from "react"
import { RecipientPicker } from "../../../relations/picker/recipient-picker"
import { Button } from "../../../ui/buttons/button"
import { Notice } from "../../../ui/feedback/notice"
import { words as uiWords } from "../../../ui/words"
import { words } from "../words"
import styles from "./message-form.module.css"
import type { Copies } from "./written"

type CopiesFieldProps = {
  label: string
  administration: { id: string; name: string }
  value: Copies
  onChange: (value: Copies) => void
  problem: string | undefined
}

/** Default CC or BCC: relations and colleagues of the administration, or addresses; who is no longer available stands under it. */
export function CopiesField({ label, administration, value, onChange, problem }: CopiesFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <RecipientPicker
        administrationId={administration.id}
        label={label}
        inputId={id}
        look="box"
        placeholder={words.nobody}
        value={value.picked}
        onChange={picked => onChange({ ...value, picked })}
        checks={noChecks}
        problem={problem}
      />
      {value.gone.map(one => (
        <Notice
          key={JSON.stringify(one.recipient)}
          tone="warning"
          icon={UserRoundX}
          action={
            <Button
              size="sm"
              aria-label={words.takeOut(one.name)}
              onPress={() => onChange({ ...value, gone: value.gone.filter(other => other !== one) })}
            >
              {uiWords.placeholders.remove}
            </Button>
          }
        >
          {words.gone(one.name, administration.name)}
        </Notice>
      ))}
    </div>
  )
}

/** There is no case to see addresses from. */
const noChecks = new Map()
