import type { AddressCheck, RecipientInput } from "@casepost/shared/messages"
import { describe, expect, it } from "vitest"
import { peopleOf } from "../../../../extension/src/relations/recipients/people.ts"
import { pickedTokens } from "../../../../extension/src/relations/recipients/picked-tokens.ts"

const kuiper = { kind: "relation" as const, id: "r1", name: "Kuiper Accountants", address: "d@kuiper.example" }
const people = peopleOf([{ ...kuiper, suppressed: false }])
const typed = { kind: "typed" as const, address: "p@x.example" }

function token(recipient: RecipientInput, part: Partial<AddressCheck> = {}, more: { standing?: string[] } = {}) {
  const check: AddressCheck = {
    address: "p@x.example",
    valid: true,
    belongsTo: "nobody",
    name: null,
    suppressed: null,
    bouncedBefore: false,
    ...part,
  }
  const checks = new Map([[check.address, check]])
  return pickedTokens({ recipients: [recipient], names: {}, unfinished: [] }, { people, checks, ...more })[0]
}

describe("does", () => {
  it("shows a relation by its name, with its address to be read", () => {
    expect(token({ kind: "relation", relationId: "r1" })).toMatchObject({
      label: "Kuiper Accountants",
      hint: "d@kuiper.example",
      state: "default",
    })
  })
  it("says before sending that an address is the customer's, or another customer's", () => {
    expect(token(typed, { belongsTo: "customer" })).toMatchObject({
      state: "customer",
      hint: "Address of this customer",
    })
    expect(token(typed, { belongsTo: "other-customer", name: "Bakkerij Van Loon" })).toMatchObject({
      label: "p@x.example",
      state: "other-customer",
      hint: "Address of another customer: Bakkerij Van Loon",
    })
  })
  it("marks what bounced before, and what is no longer delivered to above all", () => {
    const suppressed = { since: "2026-11-02T09:00:00.000Z", reason: "bounce" as const }
    expect(token(typed, { bouncedBefore: true })?.state).toBe("bounced")
    expect(token(typed, { bouncedBefore: true, suppressed, belongsTo: "customer" })?.state).toBe("suppressed")
  })
  it("says of a standing copy that nobody chose it", () => {
    expect(token(typed, {}, { standing: ["p@x.example"] })).toMatchObject({
      isStanding: true,
      hint: "Always copied for this customer",
    })
  })
})

describe("refuses", () => {
  it("marks what is no address, and can be corrected", () => {
    const picked = { recipients: [], names: {}, unfinished: ["kuiper@"] }
    expect(pickedTokens(picked, { people, checks: new Map() })).toMatchObject([
      { state: "not-valid", edits: "kuiper@", hint: "“kuiper@” is not a complete e-mail address." },
    ])
  })
})
