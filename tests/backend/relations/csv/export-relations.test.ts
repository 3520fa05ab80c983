import { createApp } from "@casepost/backend/app"
import { checkRelationImport } from "@casepost/backend/relations/csv/check-relation-import"
import { exportRelations } from "@casepost/backend/relations/csv/export-relations"
import { deeds } from "@casepost/shared/relations"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, signedIn } from "../../../support/ask.ts"
import { countQueries } from "../../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeRelation, makeWorld, type World } from "../../../support/make.ts"

describe("export-relations", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const textOf = async (world: World) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode((await exportRelations(world.admin)).bytes)

  describe("does", () => {
    it("write name, email address and administrations of all, by name, as a download", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId, { name: "Aarts" })
      const administrationIds = [world.administrationId, other]
      await makeRelation(house, world.organisationId, { name: "Zorg", address: "z@x.example" })
      await makeRelation(house, world.organisationId, { name: "élan", address: "e@x.example", administrationIds })
      const answer = await ask(createApp(house), deeds.exportRelations, {
        authorization: await signedIn(house, world.admin),
      })
      expect(answer.status).toBe(200)
      expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
      expect(answer.headers.get("content-disposition")).toContain('attachment; filename="external-relations.csv"')
      expect(await textOf(world)).toBe(
        '\ufeffName;Email address;Administrations\r\nélan;e@x.example;"Aarts; Van der Meer Groep NL"\r\nZorg;z@x.example;\r\n',
      )
    })
    it("write a file that importing takes back without any change", async () => {
      const world = await makeWorld(house)
      const places = ["=HYPERLINK(A1)", "Noord; Zuid", "Noord", "West | Oost", "-5"]
      const administrationIds = [world.administrationId]
      for (const name of places) administrationIds.push(await makeAdministration(house, world.organisationId, { name }))
      const names = [
        "=cmd|' /C calc'!A0",
        "'=already guarded",
        "<img src=x onerror=alert(1)>",
        'Jansen "de Jonge"; & Zn',
        "Two  spaces",
        "شركة المحاسبة 🧾",
        "-12,50",
        "'t Hoekje",
        "a".repeat(200),
      ]
      for (const [place, name] of names.entries())
        await makeRelation(house, world.organisationId, {
          name,
          address: ["+tag@x.example", "o'neil@x.example", "info@xn--mnchen-3ya.example"][place] ?? `${place}@x.example`,
          administrationIds: administrationIds.slice(0, place),
        })
      const { bytes } = await exportRelations(world.admin)
      const { counts, rows } = await checkRelationImport(world.admin, {
        contentBase64: Buffer.from(bytes).toString("base64"),
      })
      expect(rows.filter(row => row.outcome !== "unchanged")).toEqual([])
      expect(counts).toEqual({ new: 0, changed: 0, unchanged: names.length, refused: 0 })
    })
    it("ask the database as often for one as for many", async () => {
      const world = await makeWorld(house)
      const asking = () => countQueries(world.admin, exportRelations)
      await makeRelation(house, world.organisationId)
      const one = await asking()
      for (let more = 0; more < 9; more++) await makeRelation(house, world.organisationId)
      expect(await asking()).toBe(one)
    })
  })

  describe("refuses", () => {
    it("everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      for (const context of [world.standard, world.restricted])
        await expect(exportRelations(context)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("whoever opens it in a spreadsheet from formulas", async () => {
      const world = await makeWorld(house)
      for (const [place, sign] of ["=", "+", "-", "@"].entries())
        await makeRelation(house, world.organisationId, { name: `${sign}cmd|x`, address: `${sign}${place}@x.example` })
      const cells = (await textOf(world))
        .split("\r\n")
        .slice(1, -1)
        .flatMap(line => line.split(";").slice(0, 2))
      expect(cells).toHaveLength(8)
      expect(cells.filter(cell => !/^"'[=+\-@].*"$/.test(cell) && !cell.startsWith("@"))).toEqual([])
    })
    it("other organisations' relations", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await makeRelation(house, theirs.organisationId)
      expect(await textOf(ours)).toBe("\ufeffName;Email address;Administrations\r\n")
    })
  })
})
