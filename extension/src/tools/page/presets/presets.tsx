import type { PresetName } from "@casepost/shared/tools"
import { FlaskConical, Plus } from "lucide-react"
import { useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { SearchField } from "../../../ui/fields/search-field"
import { goTo } from "../../../ui/place/place"
import { fold } from "../../../ui/text/fold"
import { presets as known } from "../../presets/presets"
import { words as presetWords } from "../../presets/words"
import { words } from "../words"
import styles from "./presets.module.css"

/** Those that are asked for most come first. */
export const presetOrder: readonly PresetName[] = [
  "exact-online",
  "afas",
  "twinfield",
  "business-central",
  "moneybird",
  "snelstart",
  "visma",
  "yuki",
  "odoo",
  "netsuite",
  "sap",
  "salesforce",
  "hubspot",
  "erpnext",
  "dolibarr",
  "invoice-ninja",
  "akaunting",
  "invoiceplane",
  "fossbilling",
  "solidinvoice",
]

/** Well-known tools to start from, each with how much it was tried; searched as one types. */
export function Presets() {
  const [typed, setTyped] = useState("")
  const wanted = fold(typed.trim())
  const shown = presetOrder.filter(name => fold(known[name].name).includes(wanted))
  return (
    <section className={styles.presets} aria-labelledby="presets">
      <div className={styles.head}>
        <div>
          <h2 id="presets" className={styles.title}>
            {words.presets}
          </h2>
          <p className={styles.lead}>{words.presetsLead}</p>
        </div>
        <div className={styles.search}>
          <SearchField label={words.searchPresets} value={typed} onChange={setTyped} />
        </div>
      </div>
      <p role="status" className={styles.count}>
        {typed && words.presetCount(shown.length)}
      </p>
      {shown.length === 0 ? (
        <p className={styles.none}>
          {words.noPreset(typed.trim())}
          <Button kind="link" icon={Plus} onPress={() => goTo("tools/new")}>
            {words.addAnyOther}
          </Button>
        </p>
      ) : (
        <ul className={styles.grid}>
          {shown.map(name => (
            <li key={name} className={styles.card}>
              <span className={styles.name}>{known[name].name}</span>
              <a
                href={`#/tools/new?preset=${name}`}
                aria-label={words.addPresetOf(known[name].name)}
                className={styles.add}
              >
                {words.addPreset}
              </a>
              <span className={styles.tried}>
                <FlaskConical size={13} strokeWidth={1.75} aria-hidden="true" />
                {presetWords.untried}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
