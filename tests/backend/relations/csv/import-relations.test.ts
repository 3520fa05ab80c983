import { audit } from "@casepost/backend/audit/tables"
import { checkRelationImport } from "@casepost/backend/relations/csv/check-relation-import"
import { importRelations } from "@casepost/backend/relations/csv/import-relations"
import { listRelations } from "@casepost/backend/relations/list-relations"
import { relations } from "@casepost/backend/relations/tables"
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../../support/count-queries.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeRelation, makeWorld, type World } from "../../../support/make.ts"
import { untilWaiting } from "../../../support/until-waiting.ts"

const file = (...lines: string[]) => ({ contentBase64: Buffer.from(lines.join("\r\n")).toString("base64") })
const heading = "Naam;E-mailadres;Administraties"
const shown = async (world: World) =>
  (await listRelations(world.admin, { sort: "name", limit: 100 })).relations.map(one => [
    one.name,
    one.address,
    one.administrations.map(place => place.name),
  ])

/** A world with the administrations NL and België. */
async function makePlaces(house: TestHouse) {
  const world = await makeWorld(house, "VDM")
  const belgium = await makeAdministration(house, world.organisationId, { name: "VDM België" })
  return { world, belgium }
}

describe.each([
  ["postgres", openTestHouse],
  ["pglite", openEmbeddedHouse],
] as const)("import-relations on %s", (_, open) => {
  let house: TestHouse
  beforeAll(async () => {
    house = await open()
  })
  afterAll(() => house.database.close())

  it("adds new addresses, changes known ones, leaves refused lines out and deletes nothing", async () => {
    const { world, belgium } = await makePlaces(house)
    const { organisationId, administrationId } = world
    const make = (name: string, address: string, ...administrationIds: string[]) =>
      makeRelation(house, organisationId, { name, address, administrationIds })
    await make("Old name", "known@x.example", administrationId)
    await make("Same", "same@x.example", belgium)
    await make("Not in the file", "absent@x.example", administrationId)
    const content = file(
      heading,
      'New;new@x.example;"VDM NL;vdm belgië"',
      "Nowhere;nowhere@x.example;",
      "New name;KNOWN@x.example;VDM België",
      "Same;same@x.example;VDM België",
      "Refused;refused@x.example;VDM Mars",
    )
    const checked = await checkRelationImport(world.admin, content)
    expect(await shown(world)).toHaveLength(3)
    const imported = await importRelations(world.admin, content)
    expect(imported).toEqual(checked)
    expect(imported.counts).toEqual({ new: 2, changed: 1, unchanged: 1, refused: 1 })
    expect(imported.rows.map(row => [row.line, row.outcome, row.detail])).toEqual([
      [2, "new", null],
      [3, "new", "Not available anywhere: the file names no administrations."],
      [4, "changed", "The name was “Old name”. Becomes available in VDM België. Is no longer available in VDM NL."],
      [5, "unchanged", null],
      [6, "refused", "There is no administration called “VDM Mars”."],
    ])
    expect(await shown(world)).toEqual([
      ["New", "new@x.example", ["VDM België", "VDM NL"]],
      ["New name", "known@x.example", ["VDM België"]],
      ["Not in the file", "absent@x.example", ["VDM NL"]],
      ["Nowhere", "nowhere@x.example", []],
      ["Same", "same@x.example", ["VDM België"]],
    ])
    expect((await importRelations(world.admin, content)).counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 4,
      refused: 1,
    })
  })
})

describe("import-relations", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const check = (world: World, ...lines: string[]) => checkRelationImport(world.admin, file(...lines))
  async function refusalOf(line: string) {
    const { world } = await makePlaces(house)
    return (await check(world, heading, line)).rows[0]
  }

  describe("does", () => {
    it.each([
      ["English, commas", "Name,Email address,Administrations\nJan,jan@x.example,VDM NL"],
      ["German, semicolons", "Name;E-Mail-Adresse;Mandanten\nJan;jan@x.example;VDM NL"],
      ["French, tabs", "Nom\tAdresse e-mail\tAdministrations\nJan\tjan@x.example\tVDM NL"],
      ["Dutch, other order, other columns", "Administratie;Telefoon;E-MAILADRES;naam\nVDM NL;020;jan@x.example;Jan"],
      ["with a sep= line", "sep=;\r\nNaam;E-mail;Administraties\r\nJan;jan@x.example;VDM NL"],
    ])("read a file in %s", async (_, text) => {
      const { world } = await makePlaces(house)
      const { rows } = await check(world, text)
      expect(rows).toMatchObject([
        { name: "Jan", address: "jan@x.example", administrations: ["VDM NL"], outcome: "new" },
      ])
    })
    it.each([
      ["UTF-8 with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
      ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
      ["Windows-1252", (text: string) => Buffer.from(text, "latin1")],
    ])("read %s", async (_, encoded) => {
      const { world } = await makePlaces(house)
      const contentBase64 = encoded(`${heading}\r\nÉlise;elise@x.example;VDM België`).toString("base64")
      const { rows } = await checkRelationImport(world.admin, { contentBase64 })
      expect(rows).toMatchObject([{ name: "Élise", administrations: ["VDM België"], outcome: "new" }])
    })
    it("read lines whose ends differ, as in a file that was added to on another computer", async () => {
      const { world } = await makePlaces(house)
      const { rows } = await check(
        world,
        heading,
        "A;a@x.example;VDM NL\nB;b@x.example;\r\rC;c@x.example;VDM NL\n",
        "D;d@x.example;",
      )
      expect(rows.map(row => [row.line, row.name, row.outcome])).toEqual([
        [2, "A", "new"],
        [3, "B", "new"],
        [5, "C", "new"],
        [7, "D", "new"],
      ])
    })
    it("take several administrations in one cell, divided by ; or |, and names that hold these signs", async () => {
      const { world } = await makePlaces(house)
      await makeAdministration(house, world.organisationId, { name: "Noord; Zuid" })
      const { rows } = await check(
        world,
        heading,
        "A;a@x.example;VDM NL | VDM België;",
        'B;b@x.example;"VDM NL; Noord; Zuid;"',
      )
      expect(rows.map(row => [row.outcome, row.administrations])).toEqual([
        ["new", ["VDM NL", "VDM België"]],
        ["new", ["VDM NL", "Noord; Zuid"]],
      ])
    })
    it("leave a known relation where it is when its cell is empty, and say so", async () => {
      const { world } = await makePlaces(house)
      const { name, address } = await makeRelation(house, world.organisationId, {
        administrationIds: [world.administrationId],
      })
      const { rows } = await check(world, heading, `${name};${address};`)
      expect(rows[0]).toMatchObject({ outcome: "unchanged", detail: "It stays available in VDM NL." })
    })
    it("take away the apostrophe that keeps a spreadsheet from running a cell, and no other", async () => {
      const { world } = await makePlaces(house)
      const { rows } = await check(
        world,
        heading,
        `"'=cmd|' /C calc'!A0";'+tag@x.example;`,
        "'t Hoekje;o'neil@x.example;",
      )
      expect(rows.map(row => [row.name, row.address])).toEqual([
        ["=cmd|' /C calc'!A0", "+tag@x.example"],
        ["'t Hoekje", "o'neil@x.example"],
      ])
    })
    it("write the counts into the audit log, once", async () => {
      const { world } = await makePlaces(house)
      const content = file(heading, "A;a@x.example;VDM NL", "B;b;")
      await checkRelationImport(world.admin, content)
      await importRelations(world.admin, content)
      const lines = await house.database.owner
        .select()
        .from(audit)
        .where(and(eq(audit.organisationId, world.organisationId), eq(audit.deed, "importRelations")))
      expect(lines.map(line => line.detail)).toEqual([{ new: 1, changed: 0, unchanged: 0, refused: 1 }])
    })
    it("take 5,000 lines with as many questions to the database as few", async () => {
      const { world } = await makePlaces(house)
      const lines = (count: number) =>
        file(heading, ...Array.from({ length: count }, (_, at) => `Relation ${at};r${at}@x.example;VDM NL|VDM België`))
      const few = await countQueries(world.admin, context => checkRelationImport(context, lines(2)))
      expect(await countQueries(world.admin, context => checkRelationImport(context, lines(5_000)))).toBe(few)
      const { counts } = await importRelations(world.admin, lines(5_000))
      expect(counts).toEqual({ new: 5_000, changed: 0, unchanged: 0, refused: 0 })
      expect((await listRelations(world.admin, { sort: "name", limit: 1 })).total).toBe(5_000)
      const renamed = Buffer.from(lines(5_000).contentBase64, "base64").toString().replaceAll("|VDM België", "")
      expect((await importRelations(world.admin, file(renamed))).counts.changed).toBe(5_000)
    })
    it("change a relation whose address somebody adds at the same moment", async () => {
      const { world } = await makePlaces(house)
      const { organisationId } = world
      const importing = await house.database.owner.transaction(async tx => {
        await tx.insert(relations).values({ organisationId, name: "Theirs", address: "a@x.example" })
        const waiting = importRelations(world.admin, file(heading, "Ours;a@x.example;VDM NL"))
        await untilWaiting(house, "insert into")
        return { waiting }
      })
      expect((await importing.waiting).rows).toMatchObject([
        { outcome: "changed", detail: "The name was “Theirs”. Becomes available in VDM NL." },
      ])
      expect(await shown(world)).toEqual([["Ours", "a@x.example", ["VDM NL"]]])
    })
  })

  describe("refuses", () => {
    it.each([
      ["no name", ";a@x.example;", "Name: Fill this in."],
      ["a name of 201 characters", `${"a".repeat(201)};a@x.example;`, "Name: At most 200 characters."],
      ["a name that turns the text around", "Jan \u202enej;a@x.example;", "Line breaks and control characters"],
      ["no address", "Jan;;", "Email address: Fill this in."],
      ["half an address", "Jan;jan@x;", "Email address: This is not a complete e-mail address."],
      ["a quoted local part", 'Jan;"""jan jansen""@x.example";', "quotation marks"],
      ["an unknown administration beside a known one", 'Jan;j@x.example;"VDM NL; Mars"', "called “Mars”"],
      ["more cells than headings", "Jan;j@x.example;VDM NL;VDM België", "more cells"],
    ])("a line with %s, with a reason", async (_, line, reason) => {
      const row = await refusalOf(line)
      expect(row?.outcome).toBe("refused")
      expect(row?.detail).toContain(reason)
    })
    it("the second line with an address, unless the first one is refused itself", async () => {
      const { world } = await makePlaces(house)
      const { rows } = await check(world, heading, "A;a@x.example;Mars", "B;A@x.example;", "C;a@X.example;VDM NL")
      expect(rows.map(row => row.outcome)).toEqual(["refused", "new", "refused"])
      expect(rows[2]?.detail).toBe("The same address stands on line 3.")
    })
    it.each([
      ["Naam;E-mailadres\nJan;j@x.example", "Missing: Administrations."],
      ["Jan;jan@x.example;VDM NL\nPiet;piet@x.example;VDM NL", "Missing: Name, Email address, Administrations."],
      ["Naam;E-mailadres;Name;Administraties\nA;a@x.example;B;", "“Naam” and “Name”"],
      [heading, "no relations"],
      ["", "no relations"],
    ])("the file %j", async (text, reason) => {
      const { world } = await makePlaces(house)
      const problem = await check(world, text).catch(error => error)
      expect(problem).toMatchObject({ code: "invalid" })
      expect(problem.message).toContain(reason)
    })
    it("a workbook, more than 5,000 relations and more than 2 MB", async () => {
      const { world } = await makePlaces(house)
      const many = Array.from({ length: 5_001 }, (_, at) => `R;r${at}@x.example;`)
      await expect(check(world, "PK\u0003\u0004")).rejects.toMatchObject({ code: "invalid" })
      await expect(check(world, heading, ...many)).rejects.toMatchObject({ code: "too-large" })
      await expect(check(world, heading, "x".repeat(2 * 1024 * 1024))).rejects.toMatchObject({ code: "too-large" })
    })
  })

  describe("protects", () => {
    it("relations from everybody but the organisation's administrators", async () => {
      const { world } = await makePlaces(house)
      for (const context of [world.standard, world.restricted]) {
        await expect(checkRelationImport(context, file(heading))).rejects.toMatchObject({ code: "not-allowed" })
        await expect(importRelations(context, file(heading))).rejects.toMatchObject({ code: "not-allowed" })
      }
    })
    it("other organisations: their administrations and addresses are unknown here", async () => {
      const [{ world: ours }, theirs] = [await makePlaces(house), await makeWorld(house, "Theirs")]
      await makeRelation(house, theirs.organisationId, { name: "Theirs", address: "theirs@x.example" })
      const content = file(heading, "Ours;theirs@x.example;", "A;a@x.example;Theirs NL")
      expect((await importRelations(ours.admin, content)).rows.map(row => row.outcome)).toEqual(["new", "refused"])
      const kept = await house.database.owner
        .select({ name: relations.name })
        .from(relations)
        .where(eq(relations.organisationId, theirs.organisationId))
      expect(kept).toEqual([{ name: "Theirs" }])
    })
  })
})
