import {
  matchToolAddress,
  originPattern,
  parseToolAddress,
  readToolAddress,
  toolOfPage,
} from "@casepost/shared/tool-addresses"
import { describe, expect, it } from "vitest"

describe("parseToolAddress", () => {
  it.each([
    ["https://app.grootboek.example/", "https://app.grootboek.example"],
    ["app.grootboek.example", "https://app.grootboek.example"],
    [" https://APP.Grootboek.example/Sales/ ", "https://app.grootboek.example/Sales"],
    ["https://erp.example.com:443/dolibarr/?a=1#b", "https://erp.example.com/dolibarr"],
    ["erp.example.com:8443/dolibarr", "https://erp.example.com:8443/dolibarr"],
    ["https://moneybird.com/{administration}", "https://moneybird.com/{administration}"],
    ["https://moneybird.com/%7Badministration%7D/a", "https://moneybird.com/{administration}/a"],
    ["http://localhost:8787/demo", "http://localhost:8787/demo"],
    ["localhost:8787/demo", "http://localhost:8787/demo"],
    ["http://127.0.0.1:8069", "http://127.0.0.1:8069"],
    ["http://[::1]:8069/", "http://[::1]:8069"],
    ["https://10.0.0.12/erp", "https://10.0.0.12/erp"],
    ["https://boek.bücher.example", "https://boek.xn--bcher-kva.example"],
    ["https://x.example/caf%C3%A9", "https://x.example/café"],
    ["https://x.example/a/../b/%2e%2e/c", "https://x.example/c"],
    ["https://x.example//a//b/", "https://x.example/a/b"],
  ])("keeps %j as %s", (typed, address) => {
    expect(parseToolAddress(typed)).toEqual({ address })
  })
  it.each([
    ["https://x.example/a%2Fb", "https://x.example/a%2Fb", "a slash within a segment"],
    ["https://x.example/a%2fb", "https://x.example/a%2Fb", "a slash within a segment, however it is encoded"],
    ["https://x.example/a%3Fb%23c", "https://x.example/a%3Fb%23c", "what would end the path"],
    ["https://x.example/50%25", "https://x.example/50%25", "a percent sign"],
    ["https://x.example/a b", "https://x.example/a%20b", "a space"],
    ["https://x.example/%E2%80%AEcod", "https://x.example/%E2%80%AEcod", "what turns the direction of text"],
    ["https://x.example/a%00b", "https://x.example/a%00b", "a NUL"],
    ["https://x.example/a%b", "https://x.example/a%b", "what is no encoding at all"],
  ])("keeps %j as %s: %s stays encoded", (typed, address) => {
    expect(parseToolAddress(typed)).toEqual({ address })
    // What was kept is read and kept alike ever after.
    expect(parseToolAddress(address)).toEqual({ address })
    expect(matchToolAddress(address, typed)).toEqual({})
  })
  it.each([
    ["http://app.grootboek.example", "not encrypted"],
    ["http://localhost.evil.com", "a name that only begins like this computer"],
    ["http://127.0.0.1.evil.com", "a name that only begins like this computer's address"],
    ["ftp://x.example", "another protocol"],
    ["javascript:alert(1)", "a script"],
    ["data:text/html,x", "data"],
    ["file:///etc/passwd", "a file"],
    ["chrome-extension://abcdef.example/", "an extension"],
    ["blob:https://x.example/1", "a blob"],
    ["https://sanne:geheim@x.example", "a password"],
    ["https://app.grootboek.example@evil.com", "a host that looks like a name"],
    ["https://*.grootboek.example", "every host of a domain"],
    ["https://*/", "every host"],
    ["https://{administration}.grootboek.example", "the administration in the host"],
    ["https://grootboek", "half a host name"],
    ["https://grootboek.example.", "a dot at the end"],
    ["https://.grootboek.example", "a dot in front"],
    ["https://x.example/{administration}/{administration}", "the administration twice"],
    ["https://", "nothing"],
    ["", "nothing at all"],
    ["not an address", "words"],
  ])("refuses %j: %s", typed => {
    expect(parseToolAddress(typed)).toMatchObject({ wrong: expect.stringMatching(/\.$/) })
  })
})

describe("matchToolAddress", () => {
  const grootboek = "https://app.grootboek.example"

  describe("does", () => {
    it.each([
      [grootboek, "https://app.grootboek.example/sales/1?x#y"],
      [grootboek, "https://APP.grootboek.example:443"],
      ["https://erp.example/dolibarr", "https://erp.example/dolibarr/compta/facture/card.php?id=7"],
      ["https://erp.example/dolibarr", "https://erp.example/dolibarr"],
      ["https://x.example/café", "https://x.example/caf%C3%A9/1"],
      ["http://localhost:8787/demo", "http://localhost:8787/demo/invoices"],
    ])("finds the page of %s at %s", (address, page) => {
      expect(matchToolAddress(address, page)).toEqual({})
    })
    it.each([
      ["https://moneybird.com/{administration}", "https://moneybird.com/123/sales_invoices/4", "123"],
      ["https://moneybird.com/{administration}", "https://moneybird.com/caf%C3%A9", "café"],
      ["https://moneybird.com/{administration}", "https://moneybird.com/a%2Fb/c", "a%2Fb"],
      ["https://x.example/a/{administration}/b", "https://x.example/a/7/b/c", "7"],
    ])("reads with %s from %s the administration %s", (address, page, administration) => {
      expect(matchToolAddress(address, page)).toEqual({ administration })
    })
  })

  describe("refuses", () => {
    it.each([
      [grootboek, "https://app.grootboek.example.evil.com/sales", "a host that only begins alike"],
      [grootboek, "https://evil-app.grootboek.example/sales", "a host that only ends alike"],
      [grootboek, "https://x.app.grootboek.example/", "a host within"],
      [grootboek, "https://app.grootboek.example@evil.com/", "a name in front of another host"],
      [grootboek, "https://evil.com/https://app.grootboek.example/", "a path that looks like it"],
      [grootboek, "https://evil.com/?app.grootboek.example", "a query that looks like it"],
      [grootboek, "https://app.grootboek.example:8443/", "another port"],
      [grootboek, "http://app.grootboek.example/", "not encrypted"],
      [grootboek, "https://app.grootboek.example./", "another origin, by its dot"],
      [grootboek, "https://app.grootboеk.example/", "a letter that only looks alike"],
      [grootboek, "blob:https://app.grootboek.example/5e1b", "a blob, whose origin is alike"],
      [grootboek, "view-source:https://app.grootboek.example/", "the source of a page"],
      [grootboek, "about:blank", "nothing"],
      [grootboek, "", "no address"],
      ["https://erp.example/dolibarr", "https://erp.example/dolibarr2/card.php", "a folder that only begins alike"],
      ["https://erp.example/dolibarr", "https://erp.example/dolibarr/../odoo", "a way out of the folder"],
      ["https://erp.example/a", "https://erp.example/b/a", "the folder in another one"],
      ["https://erp.example/a/b", "https://erp.example/a%2Fb", "an encoded slash where the folder ends"],
      ["https://moneybird.com/{administration}", "https://moneybird.com/", "no administration"],
    ])("for %s the page %s: %s", (address, page) => {
      expect(matchToolAddress(address, page)).toBeUndefined()
    })
  })

  describe("protects", () => {
    it("from an address that is none, as a policy may hold one", () => {
      expect(matchToolAddress("grootboek", "https://app.grootboek.example/")).toBeUndefined()
    })
  })
})

describe("toolOfPage", () => {
  const tools = ["https://erp.example", "https://erp.example/mail", "https://erp.example/mail/{administration}"].map(
    address => ({ address }),
  )
  it.each([
    ["https://erp.example/sales", "https://erp.example"],
    ["https://erp.example/mail", "https://erp.example/mail"],
    ["https://erp.example/mail/7", "https://erp.example/mail/{administration}"],
    ["https://erp.example/mailing", "https://erp.example"],
  ])("gives %s to %s", (page, address) => {
    expect(toolOfPage(tools, page)?.address).toBe(address)
    expect(toolOfPage([...tools].reverse(), page)?.address).toBe(address)
  })
  it("gives a page of nobody to none", () => {
    expect(toolOfPage(tools, "https://other.example/")).toBeUndefined()
  })
})

describe("originPattern", () => {
  it.each([
    ["https://erp.example/mail/{administration}", "https://erp.example/*"],
    ["http://localhost:8787/demo", "http://localhost:8787/*"],
  ])("asks for %s only for %s", (address, pattern) => {
    expect(originPattern(address)).toBe(pattern)
  })
})

describe("readToolAddress", () => {
  it("gives the origin and the segments", () => {
    expect(readToolAddress("https://erp.example/a/{administration}")).toEqual({
      origin: "https://erp.example",
      path: ["a", "{administration}"],
    })
  })
})
