import { Plus, X } from "lucide-react"
import { useState } from "react"
import { useSession } from "../../../../access/session"
import { Button } from "../../../../ui/buttons/button"
import { IconButton } from "../../../../ui/buttons/icon-button"
import { Select } from "../../../../ui/fields/select"
import { TextField } from "../../../../ui/fields/text-field"
import { PartError } from "../../../../ui/writing/part-error"
import { words } from "../../words"
import styles from "../tool-form.module.css"
import { type CodeRow, emptyCode, type Written } from "../written"

type CodesFieldProps = {
  written: Written
  change: (part: Partial<Written>) => void
  wrong: Readonly<Record<string, string>>
}

/** What stands at `{administration}`, and which administration that is. */
export function CodesField({ written, change, wrong }: CodesFieldProps) {
  const { administrations } = useSession().membership
  const [added, setAdded] = useState<string | undefined>()
  const write = (key: string, part: Partial<CodeRow>) =>
    change({ codes: written.codes.map(row => (row.key === key ? { ...row, ...part } : row)) })
  function add() {
    const row = emptyCode()
    setAdded(row.key)
    change({ codes: [...written.codes, row] })
  }
  return (
    <fieldset className={styles.rows} aria-label={words.codes}>
      <p className={styles.rowsHead}>{words.codes}</p>
      {written.codes.map((row, place) => (
        <div key={row.key} {...(wrong[row.key] ? { "data-wrong": true } : {})}>
          <div className={styles.codeRow}>
            <TextField
              label={words.codeOf(place + 1)}
              hideLabel
              placeholder={words.code}
              value={row.code}
              onChange={code => write(row.key, { code })}
              maxLength={80}
              autoComplete="off"
              autoFocus={row.key === added}
            />
            <Select
              label={words.administrationOf(place + 1)}
              hideLabel
              options={administrations}
              value={row.administrationId}
              placeholder={words.chooseAdministration}
              onChange={administrationId => write(row.key, { administrationId })}
            />
            <IconButton
              icon={X}
              size="sm"
              label={words.removeCode(row.code)}
              onPress={() => change({ codes: written.codes.filter(({ key }) => key !== row.key) })}
            />
          </div>
          <PartError id={`${row.key}-wrong`}>{wrong[row.key]}</PartError>
        </div>
      ))}
      <span>
        <Button size="sm" icon={Plus} onPress={add}>
          {words.addCode}
        </Button>
      </span>
    </fieldset>
  )
}
