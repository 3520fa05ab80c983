import type { AddressCheck } from "@casepost/shared/messages"
import { describe, expect, it } from "vitest"
import { newContent } from "../../../../extension/src/messages/recipients/change-recipients.ts"
import { toQuestion } from "../../../../extension/src/messages/recipients/to-question.ts"
import { peopleOf } from "../../../../extension/src/relations/recipients/people.ts"

const start = newContent({ generalAddress: "info@jansen.example", standingCc: [], standingBcc: [] })

function check(address: string, part: Partial<AddressCheck>): AddressCheck {
  return { address, valid: true, belongsTo: "customer", name: null, suppressed: null, bouncedBefore: false, ...part }
}
function ask(addresses: AddressCheck[], more: { confirmedTo?: string[]; keptSo?: string[] } = {}) {
  const content = { ...start, to: addresses.map(({ address }) => ({ kind: "typed" as const, address })) }
  const checks = new Map(addresses.map(one => [one.address, one]))
  return toQuestion(content, { people: peopleOf([]), checks, confirmedTo: more.confirmedTo ?? [] }, more.keptSo ?? [])
}

describe("does", () => {
  it("asks nothing about an address of the customer", () => {
    expect(ask([check("info@jansen.example", {})])).toBeUndefined()
  })
  it("says that nothing is mailed without an address", () => {
    expect(ask([])).toEqual({ kind: "portal-only" })
  })
  it("says that a stranger's link opens this conversation only, until the sender keeps it so", () => {
    const stranger = check("p@gmail.example", { belongsTo: "nobody" })
    expect(ask([stranger])?.kind).toBe("stranger")
    expect(ask([stranger], { keptSo: ["p@gmail.example"] })).toBeUndefined()
  })
  it("takes another customer's address for a stranger's", () => {
    expect(ask([check("x@other.example", { belongsTo: "other-customer" })])?.kind).toBe("stranger")
  })
})

describe("refuses", () => {
  it("asks before a relation becomes the receiver, and no more once that is confirmed", () => {
    const relation = check("dossiers@smit.example", { belongsTo: "relation" })
    expect(ask([relation])?.kind).toBe("relation")
    expect(ask([relation], { confirmedTo: ["dossiers@smit.example"] })).toBeUndefined()
  })
  it("names the address that no longer takes mail before anything else", () => {
    const dead = check("inkoop@jansen.example", { suppressed: { since: "2026-11-02T09:00:00.000Z", reason: "bounce" } })
    expect(ask([check("p@gmail.example", { belongsTo: "nobody" }), dead])?.kind).toBe("suppressed")
  })
})
