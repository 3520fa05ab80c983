import { users } from "@casepost/backend/access/tables"
import { loadDemo } from "@casepost/backend/demo/load-demo"
import { organisations } from "@casepost/backend/organisations/tables"
import { listTools } from "@casepost/backend/tools/list-tools"
import { patternExpression } from "@casepost/shared/number-patterns"
import { originPattern } from "@casepost/shared/tool-addresses"
import { ToolBody } from "@casepost/shared/tools"
import { eq } from "drizzle-orm"
import { afterAll, describe, expect, it } from "vitest"
import { openLonelyHouse } from "../../support/house.ts"
import { contextOf } from "../../support/make.ts"

describe("add-tools", async () => {
  const house = await openLonelyHouse({ publicUrl: "http://localhost:8899" })
  await loadDemo(house)
  afterAll(() => house.database.close())
  const [admin] = await house.database.owner.select().from(users).where(eq(users.email, "admin@demo.example"))
  const [organisation] = await house.database.owner.select().from(organisations)
  const context = await contextOf(house, {
    userId: admin?.id ?? "",
    name: "Demo Admin",
    email: "admin@demo.example",
    organisationId: organisation?.id ?? "",
  })
  const { tools } = await listTools(context)
  const named = (name: string) => tools.find(tool => tool.name === name)

  describe("does", () => {
    it("make the server's own two tools, on, at the address the server has", () => {
      expect(named("Grootboek Online")).toMatchObject({ address: "http://localhost:8899/demo", on: true })
      expect(named("Postvak Mail")).toMatchObject({ address: "http://localhost:8899/demo/mail", on: true })
      expect(originPattern(named("Postvak Mail")?.address ?? "")).toBe("http://localhost:8899/*")
    })
    it("show every state of health that a list can show", () => {
      expect(tools.map(tool => [tool.name, tool.health.state])).toEqual([
        ["Boekhoud België", "fewer"],
        ["Grootboek Online", "finds"],
        ["Oude Debiteuren", "off"],
        ["Postvak Mail", "fields"],
        ["Voorraad Plus", "finds"],
      ])
      expect(named("Grootboek Online")?.health).toMatchObject({ kinds: ["customer", "invoice"], found: 212 })
      expect(named("Boekhoud België")?.health).toMatchObject({ found: 4, pages: 61 })
      expect(named("Boekhoud België")?.health.since).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(named("Oude Debiteuren")?.switchedBy).toBe("Lotte Vermeulen")
    })
    it("know the numbers of all three administrations", () => {
      const patterns = named("Grootboek Online")?.numberPatterns ?? []
      for (const number of ["VF-2026-04183", "BE-2026-01001", "VH-2026-02001", "M-2026-0061", "MB-2026-0105"])
        expect(patterns.some(pattern => patternExpression(pattern).exec(number)?.[0] === number)).toBe(true)
    })
    it("be tools that somebody could have added", () => {
      for (const tool of tools) expect(ToolBody.safeParse(tool).error).toBeUndefined()
    })
  })
})
