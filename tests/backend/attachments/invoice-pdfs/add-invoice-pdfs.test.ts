import { addInvoicePdfs } from "@casepost/backend/attachments/invoice-pdfs/add-invoice-pdfs"
import { getInvoicePdf } from "@casepost/backend/attachments/invoice-pdfs/get-invoice-pdf"
import { indexCases } from "@casepost/backend/cases/search/index-cases"
import { invoices } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../../support/count-queries.ts"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeKey, makeWorld } from "../../../support/make.ts"
import { makeZip, pdfOf } from "../../../support/zip.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

async function makeInvoices(numbers: string[], inHouse: TestHouse = house) {
  const world = await makeWorld(inHouse)
  const customer = await makeCustomer(inHouse, world)
  const ids = new Map<string, string>()
  for (const number of numbers) {
    const { id } = await makeInvoice(inHouse, { ...world, customerId: customer.id }, { number })
    ids.set(number, id)
  }
  await world.admin.transaction(tx => indexCases(tx, "customer"))
  const add = async (files: Record<string, string | Uint8Array>, context: Context = world.admin) =>
    (await addInvoicePdfs(context, { administrationId: world.administrationId, bytes: await makeZip(files) })).files
  return { world, ids, add }
}

describe("does", () => {
  it.each([
    ["VF-2026-04183.pdf", "VF-2026-04183"],
    ["Invoice VF-2026-04183 Jansen.pdf", "VF-2026-04183"],
    ["vf_2026_04183 (1).PDF", "VF-2026-04183"],
    ["november/vf2026 04183.pdf", "VF-2026-04183"],
    ["2026-11-23 VF-2026-04183 v2.pdf", "VF-2026-04183"],
    ["VF-2026-04183/invoice.pdf", "VF-2026-04183"],
    ["2026/77.pdf", "77"],
    ["2026_778.pdf", "2026/778"],
    ["2026 778 Jansen.pdf", "2026/778"],
    ["Rechnung AB 12.pdf", "AB 12"],
    ["77 of 2026_778.pdf", "77"],
  ])("finds the invoice of %s", async (name, number) => {
    const { add } = await makeInvoices(["VF-2026-04183", "77", "2026/778", "AB 12", "20261123"])
    expect(await add({ [name]: pdfOf("x") })).toEqual([{ name, number, outcome: "added", detail: null }])
  })
  it("adds, replaces, and leaves alone what is the same already; also with a key of the administration", async () => {
    const { world, ids, add } = await makeInvoices(["VF-1", "VF-2"])
    const key = makeKey(house, world.organisationId, [world.administrationId])
    const outcomes = async (files: Record<string, Uint8Array>) => (await add(files, key)).map(file => file.outcome)
    expect(await outcomes({ "VF-1.pdf": pdfOf("one"), "VF-2.pdf": pdfOf("two") })).toEqual(["added", "added"])
    expect(await outcomes({ "VF-1.pdf": pdfOf("one"), "VF-2.pdf": pdfOf("other") })).toEqual(["unchanged", "replaced"])
    const { bytes, name } = await getInvoicePdf(world.restricted, ids.get("VF-2") ?? "")
    expect([name, Buffer.from(bytes)]).toEqual(["VF-2.pdf", Buffer.from(pdfOf("other"))])
    const [row] = await house.database.owner
      .select()
      .from(invoices)
      .where(eq(invoices.id, ids.get("VF-1") ?? ""))
    expect(row?.hasPdf).toBe(true)
  })
  it("passes over folders and what operating systems add", async () => {
    const { add } = await makeInvoices(["VF-1"])
    const junk = { "__MACOSX/._VF-1.pdf": "x", ".DS_Store": "x", "a/Thumbs.db": "x", "a/._VF-1.pdf": "x" }
    expect(await add({ ...junk, "a/b/VF-1.pdf": pdfOf("x") })).toHaveLength(1)
  })
  it("asks the database as often for one file as for fifty", async () => {
    const numbers = Array.from({ length: 50 }, (_, nth) => `VF-${1000 + nth}`)
    const { world, add } = await makeInvoices(numbers)
    const all = Object.fromEntries(numbers.map(number => [`${number}.pdf`, pdfOf(number)]))
    const one = await countQueries(world.admin, counted => add({ "VF-1000.pdf": pdfOf("first") }, counted))
    expect(await countQueries(world.admin, counted => add(all, counted))).toBe(one + 1)
  })
  it("does the same on the embedded engine", async () => {
    const { add } = await makeInvoices(["VF-1"], await openEmbeddedHouse())
    expect((await add({ "VF-1.pdf": pdfOf("x") }))[0]?.outcome).toBe("added")
  })
})

describe("refuses", () => {
  it("each file alone, with its reason", async () => {
    const { add } = await makeInvoices(["VF-1", "VF-2", "VF-2b", "V-F-2-B"])
    const answers = await add({
      "VF-1.pdf": pdfOf("good"),
      "copy of VF-1.pdf": pdfOf("again"),
      "VF-10.pdf": pdfOf("x"),
      "holiday.pdf": pdfOf("x"),
      "VF-2.pdf": "<html>no PDF</html>",
      "vf 2b.pdf": pdfOf("x"),
      "VF-1 and VF-2.pdf": pdfOf("x"),
    })
    expect(Object.fromEntries(answers.map(({ name, outcome, detail }) => [name, detail ?? outcome]))).toEqual({
      "VF-1.pdf": "added",
      "copy of VF-1.pdf": "VF-1.pdf is of the same invoice, and comes first.",
      "VF-10.pdf": "No invoice of this administration has a number that is in its name.",
      "holiday.pdf": "No invoice of this administration has a number that is in its name.",
      "VF-2.pdf": "VF-2.pdf is no PDF: what is inside is something else.",
      "vf 2b.pdf": "Several invoices fit its name: V-F-2-B, VF-2b.",
      "VF-1 and VF-2.pdf": "Several invoices fit its name: VF-1, VF-2.",
    })
  })
  it("whoever does not administer it", async () => {
    const { world, add } = await makeInvoices(["VF-1"])
    for (const context of [world.standard, world.restricted])
      await expect(add({ "VF-1.pdf": pdfOf("x") }, context)).rejects.toMatchObject({ code: "not-allowed" })
  })
})

describe("protects", () => {
  it("gives no invoice of another administration or organisation a PDF", async () => {
    const theirs = await makeInvoices(["VF-1"])
    const ours = await makeInvoices(["VF-2"])
    const other = await makeAdministration(house, ours.world.organisationId)
    const customer = await makeCustomer(house, { ...ours.world, administrationId: other })
    const elsewhere = await makeInvoice(
      house,
      { ...ours.world, administrationId: other, customerId: customer.id },
      { number: "VF-3" },
    )
    await ours.world.admin.transaction(tx => indexCases(tx, "customer"))
    const answers = await ours.add({ "VF-1.pdf": pdfOf("x"), "VF-3.pdf": pdfOf("x") })
    expect(answers.map(file => file.outcome)).toEqual(["refused", "refused"])
    for (const [context, id] of [
      [theirs.world.admin, theirs.ids.get("VF-1")],
      [ours.world.admin, elsewhere.id],
    ] as const)
      await expect(getInvoicePdf(context, id ?? "")).rejects.toMatchObject({ code: "not-found" })
    await expect(
      addInvoicePdfs(ours.world.admin, { administrationId: theirs.world.administrationId, bytes: await makeZip({}) }),
    ).rejects.toMatchObject({ code: "not-found" })
  })
})
