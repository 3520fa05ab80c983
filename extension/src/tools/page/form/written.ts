import { parseToolAddress } from "@casepost/shared/tool-addresses"
import type { PresetName, Tool, ToolBody, ToolPage } from "@casepost/shared/tools"

/** A row that can be added and taken out, whatever is written in it. */
export type CodeRow = { key: string; code: string; administrationId: string | null }
export type PatternRow = { key: string; text: string }

/** A tool as it is being written: the address as typed, unfinished rows and all. */
export type Written = {
  name: string
  address: string
  preset: PresetName | null
  administrationBy: ToolBody["administrationBy"]
  administrationId: string | null
  codes: readonly CodeRow[]
  readsCases: boolean
  marksFields: boolean
  patterns: readonly PatternRow[]
  pages: readonly ToolPage[]
}

let rows = 0
const nextKey = () => `row-${++rows}`

export const emptyCode = (): CodeRow => ({ key: nextKey(), code: "", administrationId: null })
export const patternRow = (text = ""): PatternRow => ({ key: nextKey(), text })

/** What a form starts from: the tool, or a new one with what is known of it already. */
export function writtenOf(start: Partial<Tool>): Written {
  const codes = (start.administrationCodes ?? []).map(one => ({ ...one, key: nextKey() }))
  return {
    name: start.name ?? "",
    address: start.address ?? "",
    preset: start.preset ?? null,
    administrationBy: start.administrationBy ?? "asked",
    administrationId: start.administrationId ?? null,
    codes: start.administrationBy === "address" && codes.length === 0 ? [emptyCode()] : codes,
    readsCases: start.readsCases ?? true,
    marksFields: start.marksFields ?? false,
    patterns: (start.numberPatterns ?? []).map(patternRow),
    pages: start.pages ?? [],
  }
}

/** The address as it will be kept; undefined while it is none. */
export function addressOf({ address }: Written): string | undefined {
  const read = parseToolAddress(address)
  return address.trim() !== "" && "address" in read ? read.address : undefined
}

export function namesAdministration(written: Written): boolean {
  return addressOf(written)?.split("/").includes("{administration}") ?? false
}

/** What is saved: empty rows, and what belongs to another choice of administration, are left out. */
export function bodyOf(written: Written, on: boolean): ToolBody {
  const by = written.administrationBy
  return {
    name: written.name.trim(),
    address: addressOf(written) ?? written.address.trim(),
    preset: written.preset,
    administrationBy: by,
    administrationId: by === "fixed" ? written.administrationId : null,
    administrationCodes:
      by === "address"
        ? written.codes.flatMap(({ code, administrationId }) =>
            code.trim() !== "" && administrationId !== null ? [{ code: code.trim(), administrationId }] : [],
          )
        : [],
    readsCases: written.readsCases,
    marksFields: written.marksFields,
    numberPatterns: written.patterns.map(({ text }) => text.trim()).filter(text => text !== ""),
    pages: [...written.pages],
    on,
  }
}
