import { createApp } from "@casepost/backend/app"
import { newId } from "@casepost/backend/columns"
import type { Deed } from "@casepost/shared/contract"
import { describe, expect, it } from "vitest"
import { type Asked, ask, codeOf } from "../support/ask.ts"
import { openTestHouse } from "../support/house.ts"
import { calls, type MatrixCall } from "../support/matrix-calls.ts"
import { makeMatrixWorld, mark, type Personas } from "../support/matrix-world.ts"

// Every route × everybody who may not, on real things of world A. What a route allows is read from its deed.

const house = await openTestHouse({ resend: { apiKey: "re_test", baseUrl: undefined, webhookSecret: undefined } })
const app = createApp(house)
const { deeds } = app
const { world, personas } = await makeMatrixWorld(house)

const staffDeeds = deeds.filter(deed => deed.access !== "customer" && deed.access !== "anonymous")
const portalDeeds = deeds.filter(deed => deed.access === "customer")
const byRight = ["standard", "administrator", "organisation-administrator"]
const inMatrix = (list: Deed[]) => list.filter(deed => calls[deed.id]).map(deed => [deed.id, deed] as const)

describe("the access matrix", () => {
  it("holds every route", () => {
    const missing = deeds
      .filter(deed => !calls[deed.id])
      .map(deed => `${deed.id} (${deed.method} ${deed.path}): add it to tests/support/matrix-calls.ts.`)
    expect(missing).toEqual([])
  })

  describe("refuses", () => {
    it.each(inMatrix(deeds))("%s to whoever says nothing", async (_, deed) => {
      const answer = await as({}, deed)
      if (deed.access === "anonymous") expect(answer.status).not.toBe(401)
      else expect([answer.status, codeOf(answer)]).toEqual([401, "unauthenticated"])
    })
    it.each(inMatrix(staffDeeds))("%s to a customer with a portal session", async (_, deed) => {
      expect((await as(personas.customer, deed)).status).toBe(401)
    })
    it.each(inMatrix(portalDeeds))("%s to staff with a token", async (_, deed) => {
      expect((await as(personas.admin, deed)).status).toBe(401)
    })
    it.each(inMatrix(staffDeeds.filter(deed => byRight.includes(deed.access))))(
      "%s to a restricted user and to one without any right",
      async (_, deed) => {
        for (const persona of [personas.restricted, personas.noRight])
          expect(codeOf(await as(persona, deed))).toBe("not-allowed")
      },
    )
    it.each(inMatrix(staffDeeds.filter(deed => deed.access === "organisation-administrator")))(
      "%s to an administrator of one administration, and to a key",
      async (_, deed) => {
        for (const persona of [personas.administrator, personas.key])
          expect(codeOf(await as(persona, deed))).toBe("not-allowed")
      },
    )
    it.each(inMatrix(staffDeeds.filter(deed => deed.access === "administrator")))(
      "%s to a standard user",
      async (_, deed) => {
        expect(codeOf(await as(personas.standard, deed))).toBe("not-allowed")
      },
    )
    it.each(inMatrix(portalDeeds.filter(deed => deed.method !== "get")))(
      "%s to a form of another page, which knows no CSRF token",
      async (_, deed) => {
        const answer = await as({ cookie: personas.customer.cookie }, deed)
        expect(codeOf(answer)).toBe("wrong-csrf-token")
      },
    )
  })

  describe("protects", () => {
    const otherOrganisations = ["outsider", "foreignKey"] as const
    const strangers = [...otherOrganisations, "elsewhere", "noRight"] as const
    it.each(inMatrix(staffDeeds))("what %s is about from other organisations and administrations", async (_, deed) => {
      for (const persona of callOf(deed).everyColleague ? otherOrganisations : strangers)
        await expectNothingOf(persona, deed)
    })
    it.each(inMatrix(staffDeeds))("%s from an outsider who names the organisation", async (_, deed) => {
      const answer = await as({ ...personas.outsider, organisationId: world.organisationId }, deed)
      expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"])
    })
    it.each(inMatrix(portalDeeds))("what %s is about from other customers", async (_, deed) => {
      for (const persona of ["otherCustomer", "foreignCustomer"] as const) await expectNothingOf(persona, deed)
    })
    it.each(inMatrix(staffDeeds.filter(isPersonal)))("%s from colleagues, whatever their right", async (_, deed) => {
      expect(JSON.stringify((await as(personas.admin, deed)).body ?? "")).not.toContain(mark)
    })
  })

  describe("does", () => {
    // The other half of the proof: the very same calls answer whoever may, so a refusal above is not one of a broken call.
    const inOrder = Object.keys(calls).flatMap(id => inMatrix(deeds.filter(deed => deed.id === id)))
    it.each(inOrder)("%s for whoever has just enough right", async (_, deed) => {
      const answer = await as(personas[rightful(deed)], deed)
      const expected = deed.status ?? (deed.answer || deed.bytes === "answer" ? 200 : 204)
      expect(answer.status, JSON.stringify(answer.body)).toBe(expected)
    })
  })
})

/** The weakest persona that the deed's access allows. */
function rightful(deed: Deed): keyof Personas {
  if (deed.access === "organisation-administrator") return "admin"
  if (deed.access === "signed-in") return "standard"
  if (deed.access === "restricted") return isPersonal(deed) ? "standard" : "restricted"
  return deed.access as keyof Personas
}

function isPersonal(deed: Deed): boolean {
  return callOf(deed).personal === true
}

function as(who: Asked, deed: Deed, call: MatrixCall = callOf(deed)) {
  return ask(app, deed, { ...call, ...who } as never)
}

function callOf(deed: Deed): MatrixCall {
  return calls[deed.id]?.(world) ?? {}
}

/** The persona gets nothing of world A, and cannot tell its ids from ids that nobody has. */
async function expectNothingOf(persona: keyof Personas, deed: Deed): Promise<void> {
  const real = callOf(deed)
  const made = withOtherIds(real)
  const answer = await as(personas[persona], deed, real)
  const written = JSON.stringify(answer.body ?? "")
  expect(written, `${persona} was answered with world A`).not.toContain(mark)
  if (made === real) return
  const missing = await as(personas[persona], deed, made)
  expect(comparable(answer), `${persona} can tell that it exists`).toEqual(comparable(missing))
}

function comparable(answer: { status: number; body: unknown }) {
  const { requestId: _, ...body } = (answer.body ?? {}) as Record<string, unknown>
  return { status: answer.status, body }
}

/** The same call with ids that nobody has; the call itself where it names none. */
function withOtherIds(call: MatrixCall): MatrixCall {
  const text = JSON.stringify(call)
  const changed = Object.values(world).reduce((so, id) => so.replaceAll(`"${id}"`, `"${newId()}"`), text)
  return changed === text ? call : JSON.parse(changed)
}
