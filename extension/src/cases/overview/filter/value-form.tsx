import type { OverviewFilter } from "@casepost/shared/overviews"
import { type ReactNode, useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { Checkbox } from "../../../ui/fields/checkbox"
import { TextField } from "../../../ui/fields/text-field"
import { words } from "../words"
import type { AskedPart } from "./filter-parts"
import styles from "./filters.module.css"
import { readAmount } from "./read-amount"

const said = words.filter

type ValueFormProps = {
  part: AskedPart
  filter: OverviewFilter
  administrations: readonly { id: string; name: string }[]
  onApply: (part: Partial<OverviewFilter>) => void
}

/** Asks for the value of one filter: days, amounts, or administrations. */
export function ValueForm({ part, filter, administrations, onApply }: ValueFormProps) {
  if (part === "administrations")
    return <AdministrationsForm of={administrations} chosen={filter.administrationIds} onApply={onApply} />
  if (part === "amount") return <AmountForm filter={filter} onApply={onApply} />
  if (part === "overdue")
    return (
      <DaysForm
        label={said.overdueAsk}
        start={filter.overdueDays ?? 20}
        least={0}
        onDays={overdueDays => onApply({ overdueDays })}
      />
    )
  if (part === "due")
    return (
      <DaysForm
        label={said.dueAsk}
        start={filter.dueWithinDays ?? 7}
        least={0}
        onDays={dueWithinDays => onApply({ dueWithinDays })}
      />
    )
  return (
    <DaysForm
      label={said.silentAsk}
      start={filter.notMessagedDays ?? 14}
      least={1}
      onDays={notMessagedDays => onApply({ notMessagedDays })}
    />
  )
}

type DaysFormProps = { label: string; start: number; least: number; onDays: (days: number) => void }

function DaysForm({ label, start, least, onDays }: DaysFormProps) {
  const [typed, setTyped] = useState(String(start))
  const [isWrong, setWrong] = useState(false)
  const days = Number(typed)
  const isRight = /^\d{1,5}$/.test(typed.trim()) && days >= least && days <= 36_500
  return (
    <Form onSubmit={() => (isRight ? onDays(days) : setWrong(true))}>
      <TextField
        label={label}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        error={isWrong && !isRight ? said.wrongDays : undefined}
        autoFocus
      />
    </Form>
  )
}

function AmountForm({ filter, onApply }: Pick<ValueFormProps, "filter" | "onApply">) {
  const [from, setFrom] = useState(filter.openFrom ?? "")
  const [to, setTo] = useState(filter.openTo ?? "")
  const [wasAsked, setAsked] = useState(false)
  const read = { from: readAmount(from), to: readAmount(to) }
  const wrongFrom = from.trim() !== "" && read.from === undefined
  const wrongTo = to.trim() !== "" && read.to === undefined
  const isTurned = read.from !== undefined && read.to !== undefined && Number(read.from) > Number(read.to)
  function apply() {
    if (wrongFrom || wrongTo || isTurned) return setAsked(true)
    onApply({ openFrom: read.from ?? null, openTo: read.to ?? null })
  }
  return (
    <Form onSubmit={apply}>
      <span className={styles.amounts}>
        <TextField
          label={said.from}
          value={from}
          onChange={setFrom}
          inputMode="decimal"
          error={wasAsked && wrongFrom ? said.wrongAmount : undefined}
          autoFocus
        />
        <TextField
          label={said.to}
          value={to}
          onChange={setTo}
          inputMode="decimal"
          error={wasAsked && wrongTo ? said.wrongAmount : wasAsked && isTurned ? said.turned : undefined}
        />
      </span>
    </Form>
  )
}

type AdministrationsFormProps = Pick<ValueFormProps, "onApply"> & {
  of: ValueFormProps["administrations"]
  chosen: readonly string[]
}

function AdministrationsForm({ of, chosen, onApply }: AdministrationsFormProps) {
  const [ids, setIds] = useState(chosen)
  const toggle = (id: string, on: boolean) => setIds(on ? [...ids, id] : ids.filter(other => other !== id))
  return (
    <Form onSubmit={() => onApply({ administrationIds: [...ids] })}>
      <div className={styles.administrations}>
        {of.map(({ id, name }, place) => (
          <Checkbox
            key={id}
            isSelected={ids.includes(id)}
            onChange={on => toggle(id, on)}
            {...(place === 0 ? { autoFocus: true } : {})}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </Form>
  )
}

function Form({ children, onSubmit }: { children: ReactNode; onSubmit: () => void }) {
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <Button kind="primary" type="submit">
        {said.apply}
      </Button>
    </form>
  )
}
