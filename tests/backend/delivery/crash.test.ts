import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mails } from "@casepost/backend/delivery/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { noteRecipients } from "@casepost/backend/notes/tables"
import { sql } from "drizzle-orm"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { killed, killedLongAgo, makePlace, quiet, start, within } from "../../support/killed-process.ts"
import { makeNote, makeWorld } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"
import { startProviderDouble } from "../../support/provider-double.ts"

const kills = 4
/** A killed dispatcher's work is taken up again within this. */
const resumed = { timeout: 60_000, interval: 20 }

describe.each(["postgres", "pglite"] as const)("a dispatcher killed on %s", engine => {
  describe("protects", () => {
    it("sends every mail exactly once, though it is killed at random moments", { timeout: 240_000 }, async () => {
      const data = mkdtempSync(join(tmpdir(), "casepost-crash-"))
      const place = await makePlace(engine, data)
      // Every ninth request is accepted without its sender hearing of it.
      const double = await startProviderDouble({
        perSecond: 25,
        latency: 60,
        fault: request => (request % 9 === 0 ? "accept-then-drop" : undefined),
      })
      onTestFinished(() => double.close())
      await within(place, data, async house => {
        const world = await makeWorld(house)
        const of = await makeCase(house, world)
        await makeMessages(house, world, { of, count: 360 })
        await makeMessages(house, world, { of, count: 120, file: "%PDF-1.7 open" })
        const recipients = [1, 2, 3, 4].map(one => ({ kind: "typed" as const, address: `els+${one}@y.example` }))
        const caseRef = { kind: "invoice", id: of.invoiceId } as const
        for (let note = 0; note < 5; note += 1) await makeNote(world.standard, caseRef, { recipients })
      })

      for (let kill = 0; kill < kills; kill += 1) {
        const seen = double.requests.length
        const running = start("dispatch-child.ts", { place, data, double })
        await vi.waitFor(() => expect(double.requests.length).toBeGreaterThan(seen), resumed)
        await new Promise(resolve => setTimeout(resolve, Math.random() * 900))
        // The last one is waited for as in real life: nine seconds.
        await (kill < kills - 1 ? killedLongAgo(running, { place, data }) : killed(running))
      }
      const last = start("dispatch-child.ts", { place, data, double })
      await vi.waitFor(() => expect(double.timesAccepted().size).toBe(500), { timeout: 60_000, interval: 100 })
      // On PGlite nobody else may look while it runs: it has settled everything when it asks for nothing any more.
      await quiet(double)
      await killed(last)

      expect([...double.timesAccepted().values()].filter(times => times.length > 1)).toEqual([])
      const bodies = Map.groupBy(
        double.requests.filter(request => request.key),
        request => request.key,
      )
      for (const [, same] of bodies) expect(new Set(same.map(request => request.body)).size).toBe(1)
      await within(place, data, async house => {
        const db = house.database.owner
        const states = await db
          .select({ state: recipients.state, count: sql<number>`count(*)::int` })
          .from(recipients)
          .groupBy(recipients.state)
        expect(states).toEqual([{ state: "sent", count: 480 }])
        const told = await db.select({ state: noteRecipients.state }).from(noteRecipients)
        expect(told.map(one => one.state)).toEqual(Array(20).fill("sent"))
        for (const mail of await db.select().from(mails))
          expect(double.timesAccepted().get(mail.id)?.[0]?.id).toBe(mail.providerId)
      })
    })
  })
})
