import { mapColumns, nameHeadings } from "@casepost/backend/imports/file/map-columns"
import { importFields } from "@casepost/shared/imports"
import { describe, expect, it } from "vitest"

describe("map columns", () => {
  describe("does", () => {
    it("recognises the documented headings", () => {
      expect(mapColumns(importFields, undefined, {})).toEqual(
        Object.fromEntries(importFields.map(field => [field, field])),
      )
    })
    it.each([
      ["nl", ["Factuurnr", "Debiteur", "Naam", "Openstaand", "Vervaldatum", "E-mail"]],
      ["en", ["Invoice no.", "Customer number", "Customer", "Amount due", "Due date", "Email"]],
      ["de", ["Rechnungs-Nr.", "Kunden-Nr.", "Kunde", "Offener Betrag", "Fällig am", "E-Mail-Adresse"]],
      ["fr", ["N° de facture", "Code client", "Client", "Reste dû", "Date d'échéance", "Courriel"]],
    ])("recognises common headings in %s", (_, headings) => {
      expect(Object.values(mapColumns(headings, undefined, {}))).toEqual([
        "invoiceNumber",
        "customerNumber",
        "customerName",
        "openAmount",
        "dueDate",
        "emailAddress",
      ])
    })
    it("keeps what was chosen last time, and recognises only what is new", () => {
      const lastTime = { Factuurnr: "externalId", Contact: null } as const
      expect(mapColumns(["Factuurnr", "Contact", "Debiteur"], undefined, lastTime)).toEqual({
        Factuurnr: "externalId",
        Contact: null,
        Debiteur: "customerNumber",
      })
    })
    it("tells headings of the same name and without a name apart", () => {
      expect(nameHeadings(["Naam", "", "Naam"])).toEqual(["Naam", "Column 2", "Naam (2)"])
    })
  })

  describe("refuses", () => {
    it("the same field for two columns", () => {
      expect(() => mapColumns(["A", "B"], { A: "dueDate", B: "dueDate" }, {})).toThrow("Two columns")
    })
  })
})
