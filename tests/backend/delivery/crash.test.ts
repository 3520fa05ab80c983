import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Config } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { type Database, openDatabase } from "@casepost/backend/database"
import { mails } from "@casepost/backend/delivery/tables"
import { openFileStore } from "@casepost/backend/files"
import { recipients } from "@casepost/backend/messages/tables"
import { noteRecipients } from "@casepost/backend/notes/tables"
import { sql } from "drizzle-orm"
import { describe, expect, inject, it, onTestFinished, vi } from "vitest"
import { makeNote, makeWorld } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"
import { doubleKey, type ProviderDouble, startProviderDouble } from "../../support/provider-double.ts"

const child = join(import.meta.dirname, "../../support/dispatch-child.ts")
const kills = 4
/** A killed dispatcher's work is taken up again within this. */
const resumed = { timeout: 60_000, interval: 20 }
type Place = { databaseUrl?: string; folder?: string }

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
        const running = start({ place, data, double })
        await vi.waitFor(() => expect(double.requests.length).toBeGreaterThan(seen), resumed)
        await new Promise(resolve => setTimeout(resolve, Math.random() * 900))
        await killed(running)
      }
      const last = start({ place, data, double })
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

async function makePlace(engine: "postgres" | "pglite", data: string): Promise<Place> {
  if (engine === "pglite") return { folder: join(data, "database") }
  const url = inject("postgresUrl")
  const name = `casepost_crash_${Date.now()}`
  const admin = (await import("postgres")).default(`${url}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template casepost_template`)
  await admin.end()
  return { databaseUrl: `${url}/${name}` }
}

async function within(place: Place, data: string, work: (house: House) => Promise<void>): Promise<void> {
  const database: Database = await openDatabase({
    ...(place.databaseUrl ? { url: place.databaseUrl } : {}),
    ...(place.folder ? { folder: place.folder } : {}),
  })
  const config = { data, s3: undefined, local: true } as Config
  const wakeDelivery = () => {}
  const house = { database, files: openFileStore(config), config, now: () => new Date(), wakeDelivery } as House
  try {
    await work(house)
  } finally {
    await database.close()
  }
}

function start({ place, data, double }: { place: Place; data: string; double: ProviderDouble }): ChildProcess {
  const running = spawn(process.execPath, [child], {
    env: {
      PATH: process.env.PATH,
      CASEPOST_DATA: data,
      CASEPOST_SECRET: "a secret of at least thirty-two characters",
      CASEPOST_DEMO: "off",
      RESEND_API_KEY: doubleKey,
      RESEND_BASE_URL: double.url,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      ...(place.folder ? { CHILD_FOLDER: place.folder } : {}),
    },
    stdio: ["ignore", "ignore", "inherit"],
  })
  onTestFinished(() => {
    running.kill("SIGKILL")
  })
  return running
}

function killed(running: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    running.once("exit", () => resolve())
    running.kill("SIGKILL")
  })
}

/** Waits until nothing was asked for three seconds. */
async function quiet(double: ProviderDouble): Promise<void> {
  for (let seen = -1; seen !== double.requests.length; ) {
    seen = double.requests.length
    await new Promise(resolve => setTimeout(resolve, 3_000))
  }
}
