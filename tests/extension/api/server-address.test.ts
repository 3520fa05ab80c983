import { describe, expect, test } from "vitest"
import { parseServerAddress } from "../../../extension/src/api/server-address"

describe("does", () => {
  test.each([
    ["https://casepost.example.com", "https://casepost.example.com"],
    ["casepost.example.com/", "https://casepost.example.com"],
    ["  https://example.com/casepost/ ", "https://example.com/casepost"],
    ["localhost:8787", "http://localhost:8787"],
    ["http://127.0.0.1:9000", "http://127.0.0.1:9000"],
    ["http://[::1]:8787", "http://[::1]:8787"],
  ])("reads %s", (typed, address) => {
    expect(parseServerAddress(typed)).toEqual({ address })
  })
})

describe("refuses", () => {
  test.each(["", "   ", "https://", "not an address", "ftp://example.com", "javascript:alert(1)"])("%j", typed => {
    expect(parseServerAddress(typed)).toHaveProperty("wrong")
  })
})

describe("protects", () => {
  test.each(["http://example.com", "http://localhost.example.com", "http://127.0.0.1.example.com"])(
    "the token from travelling unencrypted to %s",
    typed => {
      expect(parseServerAddress(typed)).toHaveProperty("wrong")
    },
  )
  test("nobody's password in an address", () => {
    expect(parseServerAddress("https://sanne:secret@example.com")).toHaveProperty("wrong")
  })
})
