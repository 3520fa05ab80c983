import { answerOnce } from "@casepost/backend/access/answer-once"
import { idempotencyKeys } from "@casepost/backend/access/tables"
import { newId } from "@casepost/backend/columns"
import type { Context } from "@casepost/backend/context"
import { makeContext } from "@casepost/backend/context"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

const once = (bodyHash = "one") => ({ key: "key-1", deed: "sendMessage", bodyHash })

/** Work that counts how often it was done. */
function counted() {
  const work = async () => ({ done: ++work.times })
  work.times = 0
  return work
}

describe("does", () => {
  it("gives a replay the first answer and does the work once", async () => {
    const { standard } = await makeWorld(house)
    const work = counted()
    const answers = [await answerOnce(standard, once(), work), await answerOnce(standard, once(), work)]
    expect(answers).toEqual([{ done: 1 }, { done: 1 }])
    expect(work.times).toBe(1)
  })
  it("does the work of two requests at the same moment once", async () => {
    const { standard } = await makeWorld(house)
    const work = counted()
    const slow = async () => {
      await new Promise(resolve => setTimeout(resolve, 100))
      return work()
    }
    const outcomes = await Promise.allSettled([answerOnce(standard, once(), slow), answerOnce(standard, once(), slow)])
    expect(work.times).toBe(1)
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(["fulfilled", "rejected"])
  })
  it("gives the key free after a refusal, for a corrected request too", async () => {
    const { standard } = await makeWorld(house)
    const refused = async () => {
      throw new Problem("invalid", "The subject is empty.")
    }
    await expect(answerOnce(standard, once(), refused)).rejects.toMatchObject({ code: "invalid" })
    expect(await answerOnce(standard, once("corrected"), counted())).toEqual({ done: 1 })
  })
  it("repeats nothing whose process died after the deed's commit and before its answer", async () => {
    const { standard } = await makeWorld(house)
    const killed = new Promise<void>(committed => {
      const dies = async (within: Context) => {
        await within.transaction(tx => within.rememberAnswer(tx, { done: 1 }))
        committed()
        return new Promise<{ done: number }>(() => {})
      }
      answerOnce(standard, once(), dies)
    })
    await killed
    const work = counted()
    const later = { ...standard, now: () => new Date(Date.now() + 3_600_000) }
    expect(await answerOnce(later, once(), work)).toEqual({ done: 1 })
    expect(work.times).toBe(0)
  })
  it("takes a key over whose process died a minute ago", async () => {
    const { standard } = await makeWorld(house)
    await claimAndDie(standard)
    await expect(answerOnce(standard, once(), counted())).rejects.toMatchObject({ code: "in-progress" })
    house.setNow(new Date(Date.now() + 61_000))
    expect(await answerOnce({ ...standard, now: house.now }, once(), counted())).toEqual({ done: 1 })
    house.setNow(undefined)
  })
  it("does the same for a customer in the portal", async () => {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const context = makeContext(house, {
      organisationId: world.organisationId,
      actor: {
        kind: "customer",
        customerId: customer.id,
        administrationId: world.administrationId,
        sessionId: newId(),
        scope: "customer",
        language: "nl",
      },
    })
    const work = counted()
    await answerOnce(context, once(), work)
    await answerOnce(context, once(), work)
    await expect(answerOnce(context, { ...once(), key: "key-2" }, failing)).rejects.toThrow("broken")
    expect(await answerOnce(context, { ...once(), key: "key-2" }, counted())).toEqual({ done: 1 })
    expect(work.times).toBe(1)
  })
})

describe("refuses", () => {
  it("the same key with another body, or for another deed", async () => {
    const { standard } = await makeWorld(house)
    await answerOnce(standard, once(), counted())
    await expect(answerOnce(standard, once("other"), counted())).rejects.toMatchObject({ code: "idempotency-mismatch" })
    await expect(answerOnce(standard, { ...once(), deed: "addNote" }, counted())).rejects.toMatchObject({
      code: "idempotency-mismatch",
    })
  })
})

describe("protects", () => {
  it("keeps the keys of two users apart", async () => {
    const world = await makeWorld(house)
    const [hers, his] = [counted(), counted()]
    await answerOnce(world.standard, once(), hers)
    await answerOnce(world.admin, once(), his)
    expect([hers.times, his.times]).toEqual([1, 1])
  })
})

const failing = async () => {
  throw new Error("broken")
}

async function claimAndDie(context: Context): Promise<void> {
  void answerOnce(context, once(), () => new Promise(() => {}))
  for (let claimed = false; !claimed; )
    claimed =
      (
        await house.database.owner
          .select()
          .from(idempotencyKeys)
          .where(eq(idempotencyKeys.organisationId, context.organisationId))
      ).length > 0
}
