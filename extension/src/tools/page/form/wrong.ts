import { wrongPattern } from "@casepost/shared/number-patterns"
import { parseToolAddress } from "@casepost/shared/tool-addresses"
import type { ToolBody } from "@casepost/shared/tools"
import { isRefused, Refusal, refusedField } from "../../../api/refusal"
import { words } from "../words"
import { namesAdministration, type Written } from "./written"

/** What is wrong, field by field; `other` belongs to none of them. */
export type Wrong = {
  name?: string | undefined
  address?: string | undefined
  use?: string | undefined
  administration?: string | undefined
  /** By the row's key. */
  codes: Readonly<Record<string, string>>
  patterns: Readonly<Record<string, string>>
  pages?: string | undefined
  other?: Error | undefined
}

type Tried = { error: Error | null; sent: ToolBody | undefined; isTried: boolean; body: ToolBody }

/** What is wrong before it is sent, and what the server refused, until that field was changed. */
export function wrongIn(written: Written, { error, sent, isTried, body }: Tried): Wrong {
  const refused = (path: keyof ToolBody) =>
    JSON.stringify(sent?.[path]) === JSON.stringify(body[path])
      ? (refusedField(error, path) ?? refusedWithin(error, path))
      : undefined
  const isTaken = isRefused(error, "already-exists") && sent?.address === body.address
  const isBeside = error instanceof Refusal && (error.fields?.length ?? 0) > 0
  return {
    name: isTried && body.name === "" ? words.fillName : refused("name"),
    address: wrongAddress(written, isTried) ?? (isTaken ? error?.message : refused("address")),
    use: isTried && !written.readsCases && !written.marksFields ? words.useOne : undefined,
    administration:
      (isTried ? wrongAdministration(written) : undefined) ??
      refused("administrationId") ??
      refused("administrationCodes"),
    codes: isTried && written.administrationBy === "address" ? wrongCodes(written) : {},
    patterns: wrongPatterns(written, isTried),
    pages: refused("pages") ?? refused("numberPatterns"),
    other: error && !isBeside && !isTaken && !isRefused(error, "stale-tool") ? error : undefined,
  }
}

export function isAnyWrong({ codes, patterns, ...wrong }: Wrong): boolean {
  return [...Object.values(wrong), ...Object.values(codes), ...Object.values(patterns)].some(Boolean)
}

function wrongAddress({ address }: Written, isTried: boolean): string | undefined {
  if (address.trim() === "") return isTried ? words.fillAddress : undefined
  const read = parseToolAddress(address)
  // While it is being typed, a host name is not whole yet.
  const isBegun = !isTried && !/^\w+:\/\/.|\./.test(address)
  return "wrong" in read && !isBegun ? read.wrong : undefined
}

function wrongAdministration(written: Written): string | undefined {
  if (written.administrationBy === "fixed" && written.administrationId === null) return words.chooseOne
  if (written.administrationBy !== "address") return undefined
  if (!namesAdministration(written)) return words.byAddressCannot
  return written.codes.length === 0 ? words.codesNeeded : undefined
}

function wrongCodes({ codes }: Written): Record<string, string> {
  return Object.fromEntries(
    codes.flatMap(({ key, code, administrationId }, place): [string, string][] => {
      if (code.trim() === "" || administrationId === null) return [[key, words.fillCode]]
      const isTwice = codes.findIndex(one => isSameCode(one.code, code)) < place
      return isTwice ? [[key, words.codeTwice(code.trim())]] : []
    }),
  )
}

function isSameCode(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function wrongPatterns({ patterns }: Written, isTried: boolean): Record<string, string> {
  return Object.fromEntries(
    patterns.flatMap(({ key, text }, place): [string, string][] => {
      const pattern = text.trim()
      if (pattern === "" || (pattern.length < 3 && !isTried)) return []
      const isTwice = patterns.findIndex(one => one.text.trim() === pattern) < place
      const wrong = wrongPattern(pattern) ?? (isTwice ? words.patternTwice : undefined)
      return wrong ? [[key, wrong]] : []
    }),
  )
}

function refusedWithin(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.fields?.find(({ path }) => path.startsWith(`${field}.`))?.detail
}
