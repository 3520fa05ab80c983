import type { PresetName } from "@casepost/shared/tools"
import { Select } from "../../../ui/fields/select"
import { TextField } from "../../../ui/fields/text-field"
import { presets } from "../../presets/presets"
import { words as presetWords } from "../../presets/words"
import { presetOrder } from "../presets/presets"
import { words } from "../words"
import styles from "./tool-form.module.css"
import { addressOf, namesAdministration, type Written } from "./written"
import type { Wrong } from "./wrong"

const none = "none"
const options = [{ id: none, name: words.noPresetChosen }, ...presetOrder.map(id => ({ id, name: presets[id].name }))]

type WhereFieldsProps = { written: Written; change: (part: Partial<Written>) => void; wrong: Wrong; isNew: boolean }

/** What the tool is called, where it is, and what is known of it already. */
export function WhereFields({ written, change, wrong, isNew }: WhereFieldsProps) {
  const { preset } = written
  function choose(chosen: string) {
    const name = chosen === none ? null : (chosen as PresetName)
    const known = name && written.address.trim() === "" ? presets[name].address : ""
    change({
      preset: name,
      ...(name && written.name.trim() === "" ? { name: presets[name].name } : {}),
      ...(known ? { address: known } : {}),
    })
  }
  return (
    <>
      <TextField
        label={words.name}
        description={words.nameHelp}
        value={written.name}
        onChange={name => change({ name })}
        error={wrong.name}
        maxLength={80}
        autoComplete="off"
        autoFocus={isNew && written.name === ""}
      />
      <TextField
        label={words.address}
        description={<AddressHelp written={written} />}
        value={written.address}
        onChange={address => change({ address })}
        error={wrong.address}
        inputMode="url"
        autoComplete="off"
        spellCheck="false"
        maxLength={300}
        autoFocus={isNew && written.name !== ""}
      />
      <div className={styles.field}>
        <Select label={words.preset} options={options} value={preset ?? none} onChange={choose} />
        <p className={styles.help}>{helpOf(preset)}</p>
      </div>
    </>
  )
}

/** How what is typed will be kept, and what that means. */
function AddressHelp({ written }: { written: Written }) {
  const address = addressOf(written)
  if (!address) return words.addressHelp
  const { origin } = new URL(address)
  return (
    <>
      {words.keptAs(address, origin)}
      {namesAdministration(written) && ` ${words.partNames}`}
    </>
  )
}

function helpOf(preset: PresetName | null): string {
  if (!preset) return words.presetHelp
  return presets[preset].pages.length > 0 ? `${presetWords.untried}. ${presetWords.untriedMore}` : presetWords.entryMore
}
