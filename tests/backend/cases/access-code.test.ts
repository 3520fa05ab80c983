import { accessCode, isAccessCode } from "@casepost/backend/cases/access-code"
import { readConfig } from "@casepost/backend/config"
import { describe, expect, it } from "vitest"

const config = readConfig({ CASEPOST_SECRET: "x".repeat(32) })
const customer = { id: "0197b2c4-0000-7000-8000-000000000001", accessCodeVersion: 1 }

describe("access code", () => {
  describe("does", () => {
    it("gives a customer the same code every time, in letters that cannot be mistaken", () => {
      expect(accessCode(config, customer)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(accessCode(config, customer)).toBe(accessCode(config, { ...customer }))
    })
    it("takes a code in lower case, without its dash, and with O for 0 and l for 1", () => {
      const typed = accessCode(config, customer)
        .toLowerCase()
        .replace("-", " ")
        .replaceAll("0", "o")
        .replaceAll("1", "l")
      expect(isAccessCode(config, customer, typed)).toBe(true)
    })
  })
  describe("refuses", () => {
    it("the code of before a renewal", () => {
      expect(isAccessCode(config, { ...customer, accessCodeVersion: 2 }, accessCode(config, customer))).toBe(false)
    })
    it("an empty and a longer code", () => {
      expect(isAccessCode(config, customer, "")).toBe(false)
      expect(isAccessCode(config, customer, `${accessCode(config, customer)}7`)).toBe(false)
    })
  })
  describe("protects", () => {
    it("gives another customer and another secret another code", () => {
      const other = { ...customer, id: "0197b2c4-0000-7000-8000-000000000002" }
      expect(accessCode(config, other)).not.toBe(accessCode(config, customer))
      expect(accessCode({ ...config, secret: "y".repeat(32) }, customer)).not.toBe(accessCode(config, customer))
    })
  })
})
