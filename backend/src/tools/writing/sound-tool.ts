import { Problem, type ProblemField } from "@casepost/shared/problems"
import { readToolAddress } from "@casepost/shared/tool-addresses"
import type { ToolBody } from "@casepost/shared/tools"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { wrongInPages } from "./wrong-in-pages.ts"

/**
 * A tool as it is kept: an administration only where it is fixed, codes only where the address names it.
 * @throws Problem invalid, naming every field that is not right: administrations that are not the organisation's, a code twice,
 * `{administration}` missing, rules that read nothing
 */
export async function soundTool(tx: Transaction, body: ToolBody): Promise<ToolBody> {
  const rows = await tx.select({ id: administrations.id }).from(administrations)
  const known = new Set(rows.map(row => row.id))
  const tool = {
    ...body,
    administrationId: body.administrationBy === "fixed" ? body.administrationId : null,
    administrationCodes: body.administrationBy === "address" ? body.administrationCodes : [],
  }
  const fields = [...wrongInAdministrations(tool, known), ...wrongInPages(tool.pages)]
  if (fields[0]) throw new Problem("invalid", fields[0].detail, { fields })
  return tool
}

function wrongInAdministrations(tool: ToolBody, known: ReadonlySet<string>): ProblemField[] {
  const gone = "This administration is not there any more. Choose another one."
  if (tool.administrationBy === "fixed") {
    if (tool.administrationId === null)
      return [{ path: "administrationId", detail: "Choose the administration whose cases this tool shows." }]
    return known.has(tool.administrationId) ? [] : [{ path: "administrationId", detail: gone }]
  }
  if (tool.administrationBy === "asked") return []
  const wrong: ProblemField[] = []
  if (!readToolAddress(tool.address).path.includes("{administration}"))
    wrong.push({
      path: "address",
      detail:
        "Write {administration} where the address names it, such as https://app.grootboek.example/{administration}.",
    })
  if (tool.administrationCodes.length === 0)
    wrong.push({ path: "administrationCodes", detail: "Say what stands in the address for each administration." })
  const seen = new Set<string>()
  for (const [place, { code, administrationId }] of tool.administrationCodes.entries()) {
    const path = `administrationCodes.${place}`
    if (seen.has(code.toLowerCase()))
      wrong.push({ path: `${path}.code`, detail: `“${code}” stands there twice. A code leads to one administration.` })
    seen.add(code.toLowerCase())
    if (!known.has(administrationId)) wrong.push({ path: `${path}.administrationId`, detail: gone })
  }
  return wrong
}
