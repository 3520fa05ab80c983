import type { Recipient } from "@casepost/shared/delivery"
import type { Attempt } from "@casepost/shared/timeline"
import { describe, expect, it } from "vitest"
import { resendContent } from "../../../../extension/src/messages/resend/resend-content.ts"

const before = [
  { role: "to", kind: "customer", address: "info@jansen.example", name: "Peter Jansen" },
  { role: "cc", kind: "relation", address: "dossiers@smit.example", name: "Smit & Hoekstra", relationId: "r1" },
  { role: "bcc", kind: "colleague", address: "j@vdm.example", name: "Joost Bakker", userId: "u1" },
].map(part => ({ relationId: null, userId: null, ...part }) as Recipient)
const entry = { attempts: [{ recipients: before } as Attempt] }

describe("does", () => {
  it("goes to today's general address, with the copies of the last attempt", () => {
    const content = resendContent({ generalAddress: "administratie@jansen.example" }, entry)
    expect(content.to).toEqual([{ kind: "customer", address: "administratie@jansen.example" }])
    expect(content.cc).toEqual([{ kind: "relation", relationId: "r1" }])
    expect(content.bcc).toEqual([{ kind: "colleague", userId: "u1" }])
    expect(content.names).toMatchObject({ r1: "Smit & Hoekstra", u1: "Joost Bakker" })
  })
  it("goes to the last address where the customer has none any more", () => {
    expect(resendContent({ generalAddress: null }, entry).to).toEqual([
      { kind: "customer", address: "info@jansen.example" },
    ])
  })
})

describe("refuses", () => {
  it("makes up no address for a message that was portal only", () => {
    const portalOnly = [{ role: "to", kind: "customer", address: null, name: null, relationId: null, userId: null }]
    const attempts = [{ recipients: portalOnly as unknown as Recipient[] } as Attempt]
    expect(resendContent({ generalAddress: null }, { attempts }).to).toEqual([])
  })
})
