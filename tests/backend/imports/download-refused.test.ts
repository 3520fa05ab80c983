import { checkImport } from "@casepost/backend/imports/check-import"
import { downloadRefused } from "@casepost/backend/imports/download-refused"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"

describe("download refused", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  async function check(world: World, text: string) {
    const { administrationId } = world
    const contentBase64 = Buffer.from(text).toString("base64")
    const mode = "additions-and-changes" as const
    return (await checkImport(world.admin, { administrationId, fileName: "items.csv", contentBase64, mode })).id
  }

  describe("does", () => {
    it("gives the refused rows as they stood in the file, with the reason, in the file's own delimiter", async () => {
      const world = await makeWorld(house)
      const id = await check(
        world,
        'Factuurnr;Debiteur;Naam;Openstaand;Vervaldatum\nA;1;"Een; twee";oops;01-12-2026\nB;1;Goed;1,00;01-12-2026',
      )
      const file = await downloadRefused(world.admin, id)
      expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes)).toBe(
        '\ufeffFactuurnr;Debiteur;Naam;Openstaand;Vervaldatum;Refused because\r\nA;1;"Een; twee";oops;01-12-2026;“oops” is not an amount\r\n',
      )
      expect(file.name).toBe("refused-items.csv")
    })
  })

  describe("refuses", () => {
    it("anybody but the administration's administrators", async () => {
      const world = await makeWorld(house)
      const id = await check(world, "Factuurnr;Debiteur\nA;1")
      await expect(downloadRefused(world.standard, id)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("whoever opens it in a spreadsheet from formulas, and leaves negative amounts as they are", async () => {
      const world = await makeWorld(house)
      const id = await check(
        world,
        'Factuurnr;Debiteur;Naam;Openstaand\n=1+1;;@SUM(A1);-12,50\n+A;;"=HYPERLINK(""x"")";-cmd|x',
      )
      const [, first, second] = new TextDecoder().decode((await downloadRefused(world.admin, id)).bytes).split("\r\n")
      expect(first).toBe('"\'=1+1";;"\'@SUM(A1)";-12,50;The customer number is missing'.replace(";-12,50", ';"-12,50"'))
      expect(second?.startsWith('"\'+A";;"\'=HYPERLINK(""x"")";"\'-cmd|x"')).toBe(true)
    })
    it("another organisation's import as if it were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await expect(downloadRefused(ours.admin, await check(theirs, "a\n1"))).rejects.toMatchObject({
        code: "not-found",
      })
    })
  })
})
