import type { CaseKind } from "@casepost/shared/cases"
import { patternExpression, wrongPattern } from "@casepost/shared/number-patterns"
import { deeds } from "@casepost/shared/overviews"
import { useQuery } from "@tanstack/react-query"
import { useSession } from "../../../../access/session"
import { call } from "../../../../api/backend"
import { words } from "../../words"
import type { Written } from "../written"

/** Numbers of the organisation's own cases, by kind: of every administration at most 100, the last in order. */
export type NumberSample = Readonly<Record<CaseKind, readonly string[]>>

const kinds = ["invoice", "matter", "customer"] as const

/** More administrations are not looked through. */
const mostAdministrations = 8

/** Reads some numbers to hold patterns against: those of the tool's administrations, each by itself, because each has numbers of its own. */
export function useNumberSample(written: Written, isOn: boolean) {
  const all = useSession().membership.administrations
  const chosen = idsOf(written)
  const administrationIds = (chosen.length > 0 ? chosen : all.map(({ id }) => id)).slice(0, mostAdministrations)
  return useQuery({
    queryKey: ["number-sample", administrationIds],
    queryFn: async ({ signal }): Promise<NumberSample> => {
      const numbersOf = async (kind: CaseKind) =>
        (await Promise.all(administrationIds.map(id => readNumbers(kind, { administrationId: id, signal })))).flat()
      const [invoice, matter, customer] = await Promise.all([
        numbersOf("invoice"),
        numbersOf("matter"),
        numbersOf("customer"),
      ])
      return { invoice, matter, customer }
    },
    enabled: isOn,
    staleTime: 60_000,
  }).data
}

/** What patterns fit among the numbers looked at, by kind; kinds of which they fit none are left out. `missing`: one that none fits. */
export type Fit = { counts: readonly { kind: CaseKind; fit: number; looked: number }[]; missing: string | undefined }

/** Holds patterns against a sample; undefined where nothing can be said. */
export function fitOf(patterns: readonly string[], sample: NumberSample): Fit | undefined {
  const usable = patterns.map(pattern => pattern.trim()).filter(pattern => pattern !== "" && !wrongPattern(pattern))
  if (usable.length === 0 || kinds.every(kind => sample[kind].length === 0)) return undefined
  const expressions = usable.map(patternExpression)
  const isWhole = (number: string) => expressions.some(expression => number.match(expression)?.[0] === number)
  const counts = kinds
    .map(kind => ({ kind, fit: sample[kind].filter(isWhole).length, looked: sample[kind].length }))
    .filter(({ fit }) => fit > 0)
  return { counts, missing: counts.flatMap(({ kind }) => sample[kind]).find(number => !isWhole(number)) }
}

/** "Fits 98 of 100 invoice numbers that were looked at." */
export function fitInWords(pattern: string, sample: NumberSample): string | undefined {
  const fit = fitOf([pattern], sample)
  return fit && (fit.counts.length === 0 ? words.fitsNone : words.fits(fit.counts))
}

async function readNumbers(
  kind: CaseKind,
  { administrationId, signal }: { administrationId: string; signal: AbortSignal },
): Promise<string[]> {
  const body = {
    filter: { kind, administrationIds: [administrationId], state: "any" as const },
    sort: "number" as const,
    descending: true,
    limit: 100,
  }
  const { rows } = await call(deeds.readOverview, { body }, { signal })
  return rows.map(({ number }) => number)
}

function idsOf(written: Pick<Written, "administrationBy" | "administrationId" | "codes">): string[] {
  if (written.administrationBy === "fixed") return written.administrationId ? [written.administrationId] : []
  if (written.administrationBy === "asked") return []
  return [...new Set(written.codes.flatMap(({ administrationId }) => administrationId ?? []))]
}
