import { describe, expect, it } from "vitest"
import { totalSize, type Upload, whyNotReady, whyRefused } from "../../../../extension/src/attachments/field/uploads.ts"

const megabyte = 1024 * 1024

function done(name: string, size: number): Upload {
  return { key: name, name, size, state: "done", attachment: { id: name, name, size, contentType: "application/pdf" } }
}

describe("does", () => {
  it("takes a file within the limits", () => {
    expect(whyRefused({ name: "VF-2026-04183.pdf", size: 184 * 1024 }, [])).toBeUndefined()
  })
  it("counts the files that will go along", () => {
    const refused: Upload = { key: "r", name: "big.pdf", size: 30 * megabyte, state: "refused", why: "too large" }
    expect(totalSize([done("a.pdf", 100), refused])).toBe(100)
  })
})

describe("refuses", () => {
  it("names the size and the limit of a file that is too large", () => {
    expect(whyRefused({ name: "Delivery-note.pdf", size: 24 * megabyte }, [])).toBe(
      "Delivery-note.pdf is 24 MB. The limit is 20 MB.",
    )
  })
  it("names the total when the files are too large together", () => {
    expect(whyRefused({ name: "b.pdf", size: 10 * megabyte }, [done("a.pdf", 18 * megabyte)])).toBe(
      "The files are 28 MB together. The limit is 25 MB.",
    )
  })
  it("takes no empty file and no twenty-first", () => {
    expect(whyRefused({ name: "leeg.pdf", size: 0 }, [])).toBe("leeg.pdf is empty.")
    const twenty = Array.from({ length: 20 }, (_, place) => done(`${place}.pdf`, 1))
    expect(whyRefused({ name: "21.pdf", size: 1 }, twenty)).toBe("At most 20 files go with one message.")
  })
  it("holds sending for a file that failed, and none for one that is on its way", () => {
    const file = new File(["x"], "x.pdf")
    expect(whyNotReady([{ key: "x", name: "x.pdf", size: 1, state: "uploading", file, sent: 0 }])).toBeUndefined()
    expect(whyNotReady([{ key: "x", name: "x.pdf", size: 1, state: "failed", file, why: "dropped" }])).toBeDefined()
    expect(whyNotReady([done("a.pdf", 1)])).toBeUndefined()
  })
})
