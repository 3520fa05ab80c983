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

/** "Fits 98 of 100 invoice numbers that were looked at. Not F-2019-7, for one."; undefined where nothing can be said. */
export function fitInWords(pattern: string, sample: NumberSample): string | undefined {
  if (wrongPattern(pattern) || kinds.every(kind => sample[kind].length === 0)) return undefined
  const found = patternExpression(pattern)
  const isWhole = (number: string) => number.match(found)?.[0] === number
  const fitting = kinds
    .map(kind => ({ kind, numbers: sample[kind], fit: sample[kind].filter(isWhole).length }))
    .filter(({ fit }) => fit > 0)
  if (fitting.length === 0) return words.fitsNone
  const counts = fitting.map(({ kind, numbers, fit }) => words.fits(kind, fit, numbers.length))
  const missing = fitting[0]?.numbers.find(number => !isWhole(number))
  return words.fitsLed(counts) + (missing ? words.fitsNot(missing) : "")
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
