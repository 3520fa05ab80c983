import * as z from "zod"
import { CaseKind } from "./cases.ts"
import { ById, DateOnly, deed, Id, line, Moment } from "./contract.ts"
import { wrongPattern } from "./number-patterns.ts"
import { parseToolAddress } from "./tool-addresses.ts"

/** Tools that Casepost brings rules, or at least an entry, for. Their rules are code of the extension (`tools/presets`). */
export const presetNames = [
  "odoo",
  "erpnext",
  "dolibarr",
  "invoice-ninja",
  "akaunting",
  "invoiceplane",
  "fossbilling",
  "solidinvoice",
  "moneybird",
  "exact-online",
  "twinfield",
  "afas",
  "snelstart",
  "visma",
  "yuki",
  "business-central",
  "netsuite",
  "sap",
  "salesforce",
  "hubspot",
] as const
export const PresetName = z.enum(presetNames)
export type PresetName = z.infer<typeof PresetName>

export const NumberPattern = z
  .string()
  .trim()
  .check(context => {
    const wrong = wrongPattern(context.value)
    if (wrong) context.issues.push({ code: "custom", message: wrong, input: context.value })
  })
  .describe("`#` one digit, `@` one letter, `*` up to 20 letters and digits: `VF-####-#####`")

/** The address of a tool: https only, loopback excepted; see `tool-addresses`. */
export const ToolAddress = z
  .string()
  .max(300)
  .transform((typed, context) => {
    const read = parseToolAddress(typed)
    if ("address" in read) return read.address
    context.issues.push({ code: "custom", message: read.wrong, input: typed })
    return z.NEVER
  })

const Selector = z.string().trim().min(1).max(400).describe("A CSS selector")

/** How one thing is read from a page. Where it is read as text, `pattern` picks the number out of it; without, the whole text is the number. */
export const ToolField = z
  .object({
    names: z
      .enum(["number", "external-id", "address"])
      .describe("What the text is: a number, the tool's own id, an e-mail address"),
    kind: CaseKind.describe("Of what"),
    from: z
      .enum(["text", "value", "attribute", "title", "path"])
      .describe("`path`: the segment where the page's `path` says `{id}`"),
    selector: Selector.nullish().describe("For text, value and attribute; the first visible match is read"),
    attribute: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,40}$/)
      .nullish(),
    pattern: NumberPattern.nullish(),
  })
  .meta({ id: "ToolField" })
export type ToolField = z.infer<typeof ToolField>

/** One kind of page of a tool, pointed at by somebody, and what is read there. */
export const ToolPage = z
  .object({
    shows: z.enum(["case", "list"]),
    path: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe(
        "Path, query and fragment under the tool's address; `*` is one segment, `**` the rest, `{id}` one segment that is read",
      ),
    fields: z.array(ToolField).max(8),
    rows: Selector.nullish().describe("Of a list: its rows; `fields` are read within each"),
  })
  .meta({ id: "ToolPage" })
export type ToolPage = z.infer<typeof ToolPage>

const toolFields = {
  name: line(80),
  address: ToolAddress,
  preset: PresetName.nullable(),
  administrationBy: z
    .enum(["address", "fixed", "asked"])
    .describe(
      "`address`: what stands at `{administration}`, by `administrationCodes`; `asked`: numbers of all one's administrations fit",
    ),
  administrationId: Id.nullable().describe("With `fixed`"),
  administrationCodes: z.array(z.object({ code: line(80), administrationId: Id })).max(200),
  readsCases: z.boolean().describe("Looks for case numbers on its pages"),
  marksFields: z.boolean().describe("Offers relations and colleagues in its e-mail fields"),
  numberPatterns: z.array(NumberPattern).max(20),
  pages: z.array(ToolPage).max(20).describe("Tried before the preset's"),
}

export const ToolBody = z.object({ ...toolFields, on: z.boolean() }).meta({ id: "ToolBody" })
export type ToolBody = z.infer<typeof ToolBody>

/**
 * How recognition went, over 7 days: `finds`; `fewer`: it found much less than in the weeks before (`since`); `never`: looked at, never found;
 * `unseen`: not looked at in this time; `fields`: no case numbers are read there; `off`.
 */
export const ToolHealth = z
  .object({
    state: z.enum(["finds", "fewer", "never", "unseen", "fields", "off"]),
    since: DateOnly.nullable(),
    kinds: z.array(CaseKind).describe("Found this week"),
    found: z.number().int().describe("Pages with a case, this week"),
    pages: z.number().int().describe("Pages looked at, this week"),
  })
  .meta({ id: "ToolHealth" })
export type ToolHealth = z.infer<typeof ToolHealth>

/** A web application whose pages show cases: where it is, and how its pages name them. Switched on for the organisation here; each person gives Chrome's permission herself. */
export const Tool = z
  .object({
    ...toolFields,
    address: z.string(),
    id: Id,
    administrationName: z.string().nullable(),
    on: z.boolean(),
    switchedBy: z.string().nullable(),
    switchedAt: Moment.nullable(),
    version: z.number().int().describe("Grows with every change"),
    updatedAt: Moment,
    health: ToolHealth,
  })
  .meta({ id: "Tool" })
export type Tool = z.infer<typeof Tool>

/** What was looked at since it was last told: nothing of any page, only how often something was found. */
export const Sightings = z.object({
  sightings: z
    .array(
      z.object({
        kind: CaseKind.nullable().describe("Of the case that was found; null: none was"),
        pages: z.number().int().min(1).max(1_000),
      }),
    )
    .max(10),
})

export const deeds = {
  listTools: deed({
    id: "listTools",
    method: "get",
    path: "/api/v1/tools",
    access: "signed-in",
    summary: "The organisation's tools, by name",
    answer: z.object({ tools: z.array(Tool) }),
  }),
  createTool: deed({
    id: "createTool",
    method: "post",
    path: "/api/v1/tools",
    access: "organisation-administrator",
    summary: "Add a tool",
    body: ToolBody,
    answer: Tool,
    status: 201,
    idempotent: true,
    problems: ["already-exists"],
  }),
  updateTool: deed({
    id: "updateTool",
    method: "put",
    path: "/api/v1/tools/{id}",
    access: "organisation-administrator",
    summary: "Change a tool, point at its number again, switch it on or off",
    description:
      "`version` is the one that was read; somebody else's change in between is refused, never overwritten (`stale-tool`).",
    params: ById,
    body: ToolBody.extend({ version: z.number().int() }),
    answer: Tool,
    problems: ["already-exists", "stale-tool"],
  }),
  deleteTool: deed({
    id: "deleteTool",
    method: "delete",
    path: "/api/v1/tools/{id}",
    access: "organisation-administrator",
    summary: "Delete a tool",
    params: ById,
  }),
  recordSightings: deed({
    id: "recordSightings",
    method: "post",
    path: "/api/v1/tools/{id}/sightings",
    access: "signed-in",
    summary: "Tell how often a case was found on the tool's pages",
    params: ById,
    body: Sightings,
  }),
}
