import { Address, isAddress, normaliseAddress, readAddresses } from "@casepost/shared/addresses"
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

describe("readAddresses", () => {
  it("reads lists by comma, semicolon and line", () => {
    expect(readAddresses("a@x.nl, b@x.nl; c@x.nl\nd@x.nl").map(found => found.address)).toEqual([
      "a@x.nl",
      "b@x.nl",
      "c@x.nl",
      "d@x.nl",
    ])
  })
  it("reads addresses apart by spaces only", () => {
    expect(readAddresses("a@x.nl b@x.nl").map(found => found.address)).toEqual(["a@x.nl", "b@x.nl"])
  })
  it("reads names, also with a comma in quotes", () => {
    expect(readAddresses('"Jansen, P." <P@X.nl>; Els Kok <els@x.nl>')).toEqual([
      { name: "Jansen, P.", address: "p@x.nl", valid: true },
      { name: "Els Kok", address: "els@x.nl", valid: true },
    ])
  })
  it("reads a copied mailto link", () => {
    expect(readAddresses("mailto:els@x.nl")).toEqual([{ address: "els@x.nl", valid: true }])
  })
  it("keeps what is no address, so that nothing pasted is lost", () => {
    expect(readAddresses("els@x.nl, not an address")).toEqual([
      { address: "els@x.nl", valid: true },
      { address: "not an address", valid: false },
    ])
  })
  it("finds nothing in nothing", () => {
    expect(readAddresses(" ,; \n")).toEqual([])
  })
})
