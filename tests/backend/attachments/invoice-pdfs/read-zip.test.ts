import { readZip, type ZippedFile } from "@casepost/backend/attachments/invoice-pdfs/read-zip"
import { describe, expect, it } from "vitest"
import { makeZip, pdfOf } from "../../../support/zip.ts"

const megabyte = 1024 * 1024
const refusals = (files: ZippedFile[]) => files.map(file => ("refused" in file ? file.refused : "taken"))

/** Changes the 16 or 32 bits at an offset of every record with this signature (APPNOTE 4.3.7, 4.3.12). */
function patched(zip: Uint8Array, signature: number, write: (record: DataView) => void): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at++)
    if (view.getUint32(at, true) === signature) write(new DataView(copy.buffer, at))
  return copy
}
const [inDirectory, beforeFile] = [0x02014b50, 0x04034b50]

describe("does", () => {
  it("reads files in folders, packed or not, one at a time", async () => {
    const zip = await makeZip({ "a/b/VF-1.pdf": pdfOf("one"), "Rechnung Nº 2 – Müller.pdf": pdfOf("two") })
    const files = await readZip(zip)
    expect(files.map(file => file.name)).toEqual(["a/b/VF-1.pdf", "Rechnung Nº 2 – Müller.pdf"])
    const [first] = files
    expect(first && "read" in first && Buffer.from(await first.read())).toEqual(Buffer.from(pdfOf("one")))
  })
})

describe("refuses", () => {
  it("what is no ZIP, or a broken one", async () => {
    const zip = await makeZip({ "VF-1.pdf": pdfOf("one") })
    for (const bytes of [pdfOf("no ZIP"), new Uint8Array(0), zip.slice(0, -4), zip.slice(30)])
      await expect(readZip(bytes)).rejects.toMatchObject({ code: "unsupported-media-type" })
  })
  it("more than 100 MB, and more than 5,000 files", async () => {
    await expect(readZip(new Uint8Array(100 * megabyte + 1))).rejects.toMatchObject({ code: "too-large" })
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, nth) => [`${nth}.pdf`, ""]))
    await expect(readZip(await makeZip(many))).rejects.toMatchObject({ code: "too-large" })
  })
  it("more folders than are looked at, instead of not seeing what stands behind them", async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, nth) => [`__MACOSX/${nth}`, ""]))
    const zip = await makeZip({ ...many, "VF-1.pdf": pdfOf("one") })
    await expect(readZip(zip)).rejects.toMatchObject({ code: "too-large" })
  })
  it("a file behind a password, and one of more than 20 MB, alone", async () => {
    const zip = await makeZip({ "VF-1.pdf": pdfOf("one") })
    const locked = patched(zip, inDirectory, record => record.setUint16(8, record.getUint16(8, true) | 1, true))
    expect(refusals(await readZip(locked))).toEqual(["It is locked with a password. Pack it without."])
    const large = await makeZip({ "VF-1.pdf": new Uint8Array(20 * megabyte + 1), "VF-2.pdf": pdfOf("two") })
    expect(refusals(await readZip(large))).toEqual(["It is 20 MB; a file can be at most 20 MB.", "taken"])
  })
})

describe("protects", () => {
  it("from bombs: by their ratio, by their sum, and by sizes that are lies", async () => {
    const zeros = new Uint8Array(15 * megabyte)
    const bomb = await makeZip({ "VF-1.pdf": zeros })
    expect(refusals(await readZip(bomb))).toEqual(["It unpacks to far more than it is: that is no invoice."])
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, nth) => [`${nth}.pdf`, zeros]))
    await expect(readZip(await makeZip(many))).rejects.toMatchObject({ code: "too-large" })
    const lying = patched(bomb, inDirectory, record => record.setUint32(24, 1000, true))
    const [file] = await readZip(lying)
    await expect(file && "read" in file && file.read()).rejects.toMatchObject({ code: "attachment-refused" })
  })
  it("from paths that lead out of the ZIP", async () => {
    // yazl writes none, so names of the same length are put in their place.
    const zip = await makeZip({ "xx/VF-1.pdf": pdfOf("x"), "a:/VF-2.pdf": pdfOf("y") }).catch(() => undefined)
    expect(zip).toBeUndefined()
    const plain = await makeZip({ "xx/VF-1.pdf": pdfOf("x"), "xVF-2.pdf": pdfOf("y"), "VF-3.pdf": pdfOf("z") })
    const text = Buffer.from(plain).toString("latin1").replaceAll("xx/VF-1", "../VF-1").replaceAll("xVF-2", "/VF-2")
    const files = await readZip(new Uint8Array(Buffer.from(text, "latin1")))
    expect(refusals(files)).toEqual(["Its path leads out of the ZIP.", "Its path leads out of the ZIP.", "taken"])
  })
  it("from a file that is damaged on the way", async () => {
    const zip = await makeZip({ "VF-1.pdf": pdfOf("one") })
    const damaged = patched(zip, beforeFile, record => record.setUint8(30 + "VF-1.pdf".length + 2, 0xff))
    const [file] = await readZip(damaged)
    await expect(file && "read" in file && file.read()).rejects.toMatchObject({ code: "attachment-refused" })
  })
})
