import { sessions } from "@casepost/backend/access/tables"
import { attachments } from "@casepost/backend/attachments/tables"
import { newId } from "@casepost/backend/columns"
import { rowsOf } from "@casepost/backend/database"
import { drafts } from "@casepost/backend/drafts/tables"
import { cleanUp, keepHouse } from "@casepost/backend/housekeeping"
import { startJobs } from "@casepost/backend/jobs"
import { inArray, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { openEmbeddedHouse, openLonelyHouse, type TestHouse } from "../support/house.ts"
import { makeCustomer, makeWorld, type World } from "../support/make.ts"

const days = 24 * 60 * 60 * 1000
const ago = (many: number) => new Date(Date.now() - many * days)

async function upload(house: TestHouse, world: World, createdAt: Date): Promise<{ id: string; fileKey: string }> {
  const file = { id: newId(), fileKey: `${world.organisationId}/${newId()}` }
  await house.files.put(file.fileKey, new TextEncoder().encode("hello"))
  await house.database.owner.insert(attachments).values({
    ...file,
    organisationId: world.organisationId,
    ownerKind: "upload",
    ownerId: newId(),
    name: "hello.txt",
    contentType: "text/plain",
    size: 5,
    sha256: "",
    createdAt,
  })
  return file
}

describe.each(["postgres", "pglite"] as const)("on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openLonelyHouse() : openEmbeddedHouse())
  })

  describe("does", () => {
    it("throws away uploads nobody sent within 7 days with their files, but none that a draft names", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const [old, fresh, drafted] = [
        await upload(house, world, ago(8)),
        await upload(house, world, ago(6)),
        await upload(house, world, ago(30)),
      ]
      await house.database.owner.insert(drafts).values({
        organisationId: world.organisationId,
        userId: newId(),
        kind: "message",
        caseKind: "customer",
        caseId: customer.id,
        content: { attachmentIds: [drafted.id] } as never,
      })
      await cleanUp(house)
      const left = await house.database.owner
        .select({ id: attachments.id })
        .from(attachments)
        .where(inArray(attachments.id, [old.id, fresh.id, drafted.id]))
      expect(left.map(row => row.id).sort()).toEqual([fresh.id, drafted.id].sort())
      await expect(house.files.get(old.fileKey)).rejects.toThrow()
      await expect(house.files.get(drafted.fileKey)).resolves.toBeDefined()
    })
    it("ends sessions that are over, and no other", async () => {
      const { standard } = await makeWorld(house)
      const userId = standard.actor.kind === "user" ? standard.actor.userId : ""
      const session = (token: string, expiresAt: Date) => ({ token, userId, expiresAt })
      await house.database.owner.insert(sessions).values([session("over", ago(1)), session("running", ago(-1))])
      await cleanUp(house)
      const left = await house.database.owner.select({ token: sessions.token }).from(sessions)
      expect(left).toEqual([{ token: "running" }])
    })
    it("hands a job over exactly if the transaction commits, without waiting for ever", async () => {
      const jobs = await startJobs(house)
      onTestFinished(() => jobs.close())
      await keepHouse(house, jobs)
      await jobs.work("greetings", async () => {})
      const enqueue = (name: string, fail: boolean) =>
        house.database.owner.transaction(async tx => {
          await jobs.enqueue(tx, { queue: "greetings", data: { name } })
          if (fail) throw new Error("rolled back")
        })
      await enqueue("kept", false)
      await expect(enqueue("lost", true)).rejects.toThrow("rolled back")
      const rows = rowsOf<{ name: string }>(
        await house.database.owner.execute(
          sql`select data ->> 'name' as name from pgboss.job where name = 'greetings'`,
        ),
      )
      expect(rows.map(row => row.name)).toEqual(["kept"])
    })
  })
})
