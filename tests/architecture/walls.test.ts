import { rowsOf } from "@casepost/backend/database"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { openTestHouse } from "../support/house.ts"
import { listed } from "./house-rules.ts"

describe("every table stands behind the wall", () => {
  it("carries an organisation and a policy, or is an exception that ARCHITECTURE.md explains", async () => {
    const house = await openTestHouse()
    const tables = rowsOf<{ name: string; tenant: boolean; walled: boolean }>(
      await house.database.owner.execute(sql`
        select c.relname as name, c.relrowsecurity as walled,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as tenant
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`),
    )
    const exceptions = listed("tables without an organisation").map(line => line.split(":")[0])
    const behindFunctions = ["case_words", "message_words"]
    expect(tables.filter(table => !table.tenant && !exceptions.includes(table.name)).map(table => table.name)).toEqual(
      [],
    )
    expect(
      tables
        .filter(table => table.tenant && !table.walled && !behindFunctions.includes(table.name))
        .map(table => table.name),
    ).toEqual([])
    expect(exceptions.filter(name => !tables.some(table => table.name === name))).toEqual([])
    await house.database.close()
  })
})
