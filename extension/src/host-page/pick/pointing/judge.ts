import type { KnownNumber, PickedPlace, PickStep } from "../pick-calls"
import { type FoundRows, findRows } from "../rule/find-rows"
import { makeSelector } from "../rule/make-selector"
import { howItIsRead } from "../rule/place-words"
import type { Reading } from "../rule/read-numbers"
import { answers, words } from "../words"
import type { Target } from "./target"

/** What was asked of each text: what is known, or that nobody answered. */
export type Asked = ReadonlyMap<string, readonly KnownNumber[] | "failed">

/** What is said of a target, and the rule that choosing it keeps; without a rule it cannot be chosen. */
export type Judgement = {
  look: "known" | "unknown" | "asking" | "none"
  number?: string
  said: string
  how: string
  /** Elements that are read likewise: the other rows. */
  also: Element[]
  place?: PickedPlace
}

/** Says of what is pointed at whether it is the thing that the step asks for, how it is read, and what else is read like it. */
export function judge(target: Target, { step, asked }: { step: PickStep; asked: Asked }): Judgement {
  if (target.sealed === "foreign") return refusal(words.foreign, words.foreignHint)
  const reading = bestOf(target.readings, { step, asked })
  if (!reading) return refusal(words.none, words.noneHint)
  const rows = step === "rows" ? findRows(target.element, reading) : undefined
  const place = placeOf(target, { step, reading, rows })
  const also = rows?.read.map(({ element }) => element).filter(element => element !== target.element) ?? []
  const known = asked.get(reading.number)
  const fitting = typeof known === "object" ? known.find(({ kind }) => answers(step, kind)) : undefined
  const numbered = { number: reading.number, also }
  if (typeof known === "object" && known[0] && !fitting)
    return { ...numbered, look: "unknown", said: words.isA(known[0]), how: words.otherKind[step] }
  const look = known === undefined ? "asking" : fitting ? "known" : "unknown"
  const said =
    known === undefined
      ? words.asking
      : known === "failed"
        ? words.unasked
        : fitting
          ? words.isA(fitting)
          : words.unknown
  if (!place) return { ...numbered, look, said, how: whyNot(target, step) }
  return {
    ...numbered,
    look,
    said,
    how: howOf(target, { reading, rows, place }),
    place: { ...place, ...(fitting ? { known: fitting.kind } : {}) },
  }
}

function refusal(said: string, how: string): Judgement {
  return { look: "none", said, how, also: [] }
}

/** The one that Casepost knows as what is asked for, else the likeliest. */
function bestOf(readings: readonly Reading[], { step, asked }: { step: PickStep; asked: Asked }): Reading | undefined {
  const isKnown = ({ number }: Reading) => {
    const known = asked.get(number)
    return typeof known === "object" && known.some(({ kind }) => answers(step, kind))
  }
  return readings.find(isKnown) ?? readings[0]
}

type Read = { step: PickStep; reading: Reading; rows: FoundRows | undefined }

function placeOf({ element, sealed }: Target, { step, reading, rows }: Read): PickedPlace | undefined {
  const base = { step, number: reading.number, page: element.ownerDocument.location?.href ?? "" }
  if (step === "rows") {
    if (!rows || sealed) return undefined
    const numbers = rows.read.map(({ number }) => number).slice(0, 50)
    return { ...base, ...howOfReading(reading, rows.field), rows: { selector: rows.selector, numbers } }
  }
  const selector = sealed ? undefined : makeSelector(element)
  if (selector) return { ...base, ...howOfReading(reading, selector) }
  // What selectors do not reach may stand in the title too.
  const isInTitle = document.title.includes(reading.number)
  return isInTitle ? { ...base, page: location.href, from: "title" } : undefined
}

function howOfReading(
  { from, attribute }: Reading,
  selector: string | undefined,
): Pick<PickedPlace, "from" | "selector" | "attribute"> {
  return { from, ...(selector ? { selector } : {}), ...(attribute ? { attribute } : {}) }
}

function howOf({ element }: Target, of: { reading: Reading; rows: FoundRows | undefined; place: PickedPlace }): string {
  if (of.place.from === "title") return `${words.readAs} ${words.number}, ${words.inTitle}`
  const how = howItIsRead(element, of.reading)
  return of.rows ? `${how}. ${words.rowsRead(of.rows.read.length)}` : how
}

function whyNot({ sealed }: Target, step: PickStep): string {
  if (sealed === "no-address") return words.noAddress
  if (sealed || step !== "rows") return words.sealed
  return `${words.noRows}. ${words.noRowsHint}`
}
