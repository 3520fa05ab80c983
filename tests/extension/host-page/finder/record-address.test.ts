import { describe, expect, it } from "vitest"
import { recordAddress } from "../../../../extension/src/host-page/finder/record-address.ts"

const of = (address: string) => recordAddress(new URL(address) as unknown as Location)

describe("does", () => {
  it.each([
    ["https://a.example/view.php?doc_no=VF-1&tab=lines", "VF-1"],
    ["https://a.example/card.php?facid=42", "42"],
    ["https://a.example/#/invoices/VF-1?page=2", "VF-1"],
    ["https://a.example/web#id=42&model=account.move", "42"],
  ])("keeps the record of %s", (address, record) => {
    expect(of(address).split("/")).toContain(record)
  })
})

describe("refuses", () => {
  it.each([
    "https://a.example/search?q=VF-1",
    "https://a.example/login?return_to=VF-1",
    "https://a.example/invoices?copy_from_id=VF-1",
    "https://a.example/#/list?search=VF-1",
  ])("takes no record from %s", address => {
    expect(of(address)).not.toContain("VF-1")
  })
})

describe("protects", () => {
  it("keeps a slash inside a number written as the address writes it", () => {
    expect(of("https://a.example/view?invoice=FA%2F2026%2F1")).toContain("FA%2F2026%2F1")
  })
})
