import { Address, isAddress, normaliseAddress } from "@casepost/shared/addresses"
import { describe, expect, it } from "vitest"

describe("isAddress", () => {
  it.each([
    "info@jansen.example",
    "o'brien+invoices@mail.jansen.example",
    "a@b.nl",
    "p.jansen@xn--bcher-kva.example",
    "p.jansen@bücher.example",
    `${"a".repeat(64)}@jansen.example`,
  ])("takes %s", address => {
    expect(isAddress(address)).toBe(true)
  })
  it.each([
    ["", "nothing"],
    ["jansen.example", "no @"],
    ["ap@jansen", "a domain of one label"],
    ["@jansen.example", "no local part"],
    ["a@@jansen.example", "two @"],
    ["a..b@jansen.example", "two dots in a row"],
    [".a@jansen.example", "a dot in front"],
    ["a b@jansen.example", "a space"],
    ['"a b"@jansen.example', "a quoted local part"],
    ["a@jansen..example", "an empty label"],
    ["a@jansen.c", "a top-level domain of one letter"],
    ["a@-jansen.example", "a label beginning with a hyphen"],
    ["a@127.0.0.1", "a network address"],
    ["a@[127.0.0.1]", "a literal"],
    ["a@jansen.example\r\nBcc: x@y.nl", "a header behind it"],
    ["a@jansen.example/x", "a path behind it"],
    [`${"a".repeat(65)}@jansen.example`, "a local part over 64 octets"],
    [`a@${"b".repeat(64)}.example`, "a label over 63 octets"],
    [`a@${"b.".repeat(130)}nl`, "more than 254 octets"],
  ])("refuses %j: %s", address => {
    expect(isAddress(address)).toBe(false)
  })
})

describe("normaliseAddress", () => {
  it("gives one form to what is one address", () => {
    expect(normaliseAddress("  Info@Jansen.Example ")).toBe("info@jansen.example")
    expect(normaliseAddress("p@BÜCHER.example")).toBe("p@xn--bcher-kva.example")
  })
  it("is what the shape of an address answers", () => {
    expect(Address.parse(" Info@Jansen.Example ")).toBe("info@jansen.example")
    expect(Address.safeParse("info@jansen").success).toBe(false)
  })
})
