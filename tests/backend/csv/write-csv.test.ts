import { withoutApostrophe, writeCsv } from "@casepost/backend/csv/write-csv"
import { describe, expect, it } from "vitest"

const cellOf = (cell: string) => new TextDecoder().decode(writeCsv([[cell]], ";")).trimEnd()

describe("write csv", () => {
  describe("does", () => {
    it("write UTF-8 with a byte order mark, in the delimiter asked for, lines ended as RFC 4180 has them", () => {
      const bytes = writeCsv(
        [
          ["Naam", "Plaats"],
          ["Eén; twee", 'zegt "ja"'],
        ],
        ";",
      )
      expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
        '\ufeffNaam;Plaats\r\n"Eén; twee";"zegt ""ja"""\r\n',
      )
    })
    it("leave plain negative amounts as they are", () => {
      expect(cellOf("-12,50")).toBe('"-12,50"')
    })
  })

  describe("refuses", () => {
    it.each(["O'Neil", "'t Hoekje", "Jan", "", "-5"])("nothing of %j when an apostrophe is taken away", cell => {
      expect(withoutApostrophe(cell)).toBe(cell)
    })
  })

  describe("protects", () => {
    it.each(["=cmd|' /C calc'!A0", "+31 20 123", "-2+3+cmd|x", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''=1"])(
      "a spreadsheet from running %j, and gives it back as it was",
      cell => {
        const written = cellOf(cell)
        expect(written.startsWith("\"'")).toBe(true)
        expect(withoutApostrophe(`'${cell}`)).toBe(cell)
      },
    )
  })
})
