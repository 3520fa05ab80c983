import { LeaseLost, openLease } from "@casepost/backend/delivery/lease"
import { leases } from "@casepost/backend/delivery/tables"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { somebodyWaitsFor } from "../../support/waiting.ts"

describe("lease", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.database.close())
  const named = () => `lease:${crypto.randomUUID()}`
  const end = (name: string) =>
    house.database.owner
      .update(leases)
      .set({ expiresAt: new Date(0) })
      .where(eq(leases.name, name))

  /** A transaction of the holder's that has checked its fence, and ends when it is told to. */
  function guarded(lease: ReturnType<typeof openLease>) {
    let finish = () => {}
    const over = new Promise<void>(resolve => {
      finish = resolve
    })
    let begun = () => {}
    const began = new Promise<void>(resolve => {
      begun = resolve
    })
    const done = house.database.inScope({ role: "casepost_system" }, async tx => {
      await lease.guard(tx)
      begun()
      await over
    })
    return { began, finish, done }
  }

  describe("does", () => {
    it("is held by one at a time, and by the next once it is given back", async () => {
      const name = named()
      const [one, other] = [openLease(house, name), openLease(house, name)]
      expect([await one.hold(), await other.hold()]).toEqual([true, false])
      await one.release()
      expect([await other.hold(), await one.hold()]).toEqual([true, false])
      expect(other.fence()).toBe(2)
      await other.release()
    })
    it("is renewed while its holder writes under it", async () => {
      const lease = openLease(house, named())
      await lease.hold()
      const writing = guarded(lease)
      await writing.began
      expect(await lease.hold()).toBe(true)
      writing.finish()
      await writing.done
      await lease.release()
    })
  })

  describe("refuses", () => {
    it("to let somebody write whose lease was taken over", async () => {
      const name = named()
      const [late, next] = [openLease(house, name), openLease(house, name)]
      await late.hold()
      await end(name)
      await next.hold()
      await expect(guarded(late).done).rejects.toBeInstanceOf(LeaseLost)
      expect(late.isHeld()).toBe(false)
      await next.release()
    })
  })

  describe("protects", () => {
    it("what its holder is writing: a lease that is over is taken only when that has ended", async () => {
      const name = named()
      const [late, next] = [openLease(house, name), openLease(house, name)]
      await late.hold()
      const writing = guarded(late)
      await writing.began
      // Its end passes; nothing of the row's key changes, so this does not wait either.
      await end(name)
      let taken = false
      const taking = next.hold().then(held => {
        taken = held
      })
      await somebodyWaitsFor(house, "leases")
      expect(taken).toBe(false)
      writing.finish()
      await writing.done
      await taking
      expect(taken).toBe(true)
      await next.release()
    })
  })
})
