import { useId } from "react"
import { useSession } from "../../../../access/session"
import { Radio, RadioGroup } from "../../../../ui/fields/radio"
import { Select } from "../../../../ui/fields/select"
import { PartError } from "../../../../ui/writing/part-error"
import { words } from "../../words"
import styles from "../tool-form.module.css"
import { emptyCode, namesAdministration, type Written } from "../written"
import type { Wrong } from "../wrong"
import { CodesField } from "./codes-field"

type AdministrationFieldProps = { written: Written; change: (part: Partial<Written>) => void; wrong: Wrong }

/** Whose numbers stand on the tool's pages. */
export function AdministrationField({ written, change, wrong }: AdministrationFieldProps) {
  const id = useId()
  const { administrations } = useSession().membership
  const by = written.administrationBy
  function choose(chosen: string) {
    change({
      administrationBy: chosen as Written["administrationBy"],
      ...(chosen === "address" && written.codes.length === 0 ? { codes: [emptyCode()] } : {}),
    })
  }
  return (
    <div className={styles.group} {...(wrong.administration ? { "data-wrong": true } : {})}>
      <RadioGroup label={words.administration} value={by} onChange={choose}>
        <Radio value="asked" description={words.askedMore}>
          {words.asked}
        </Radio>
        <Radio value="fixed" description={words.fixedMore}>
          {words.fixed}
        </Radio>
        <Radio
          value="address"
          description={namesAdministration(written) ? words.byAddressMore : words.byAddressCannot}
          isDisabled={!namesAdministration(written) && by !== "address"}
        >
          {words.byAddress}
        </Radio>
      </RadioGroup>
      {by === "fixed" && (
        <Select
          label={words.which}
          options={administrations}
          value={written.administrationId}
          placeholder={words.chooseAdministration}
          onChange={administrationId => change({ administrationId })}
        />
      )}
      {by === "address" && <CodesField written={written} change={change} wrong={wrong.codes} />}
      <PartError id={`${id}-wrong`}>{wrong.administration}</PartError>
    </div>
  )
}
