import { Plus, X } from "lucide-react"
import { useState } from "react"
import { Button } from "../../../../ui/buttons/button"
import { IconButton } from "../../../../ui/buttons/icon-button"
import { TextField } from "../../../../ui/fields/text-field"
import { presets } from "../../../presets/presets"
import { words } from "../../words"
import styles from "../tool-form.module.css"
import { patternRow, type Written } from "../written"
import { PatternTrial } from "./pattern-trial"
import { fitInWords, fitOf, useNumberSample } from "./use-number-sample"

type PatternsFieldProps = {
  written: Written
  change: (part: Partial<Written>) => void
  wrong: Readonly<Record<string, string>>
}

/** How the organisation's numbers look, each held against the numbers it really has. */
export function PatternsField({ written, change, wrong }: PatternsFieldProps) {
  const { patterns, preset } = written
  const [added, setAdded] = useState<string | undefined>()
  const sample = useNumberSample(written, patterns.length > 0)
  const together =
    sample && patterns.length > 1
      ? fitOf(
          patterns.map(({ text }) => text),
          sample,
        )
      : undefined
  const example = (preset && presets[preset].patternExamples[0]) ?? "VF-####-#####"
  function add() {
    const row = patternRow()
    setAdded(row.key)
    change({ patterns: [...patterns, row] })
  }
  return (
    <section className={styles.group} aria-labelledby="number-patterns">
      <div>
        <h2 id="number-patterns" className={styles.label}>
          {words.patterns}
        </h2>
        <p className={styles.help}>{words.patternsLead}</p>
      </div>
      {patterns.map((row, place) => (
        <div key={row.key} className={styles.patternRow}>
          <TextField
            label={words.patternOf(place + 1)}
            hideLabel
            placeholder={example}
            value={row.text}
            onChange={text => change({ patterns: patterns.map(one => (one.key === row.key ? { ...one, text } : one)) })}
            error={wrong[row.key]}
            description={sample && row.text.trim() !== "" ? fitInWords(row.text, sample) : undefined}
            maxLength={40}
            autoComplete="off"
            spellCheck="false"
            autoFocus={row.key === added}
          />
          <IconButton
            icon={X}
            size="sm"
            label={words.removePattern(row.text.trim())}
            onPress={() => change({ patterns: patterns.filter(({ key }) => key !== row.key) })}
          />
        </div>
      ))}
      <span>
        <Button size="sm" icon={Plus} onPress={add} isDisabled={patterns.length >= 20}>
          {words.addPattern}
        </Button>
      </span>
      {together && together.counts.length > 0 && (
        <p className={styles.help}>{words.fitTogether(together.counts, together.missing)}</p>
      )}
      {patterns.some(({ text }) => text.trim() !== "") && <PatternTrial patterns={patterns.map(({ text }) => text)} />}
    </section>
  )
}
