import type { Context } from "@casepost/backend/context"
import { createTool } from "@casepost/backend/tools/create-tool"
import { type Tool, ToolBody } from "@casepost/shared/tools"
import type * as z from "zod"

/** A tool as somebody would add it, as its request carries it. */
export function toolOf(values: Partial<z.input<typeof ToolBody>> = {}): ToolBody {
  return ToolBody.parse({
    name: "Grootboek Online",
    address: "https://app.grootboek.example",
    preset: null,
    administrationBy: "asked",
    administrationId: null,
    administrationCodes: [],
    readsCases: true,
    marksFields: false,
    numberPatterns: ["VF-####-#####"],
    pages: [],
    on: true,
    ...values,
  })
}

/** A tool of the administrator's organisation. */
export function makeTool(admin: Context, values: Partial<z.input<typeof ToolBody>> = {}): Promise<Tool> {
  return createTool(admin, toolOf(values))
}
