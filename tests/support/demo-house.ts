import { existsSync } from "node:fs"
import { cp, mkdir } from "node:fs/promises"
import { demoPassword, loadDemo } from "@casepost/backend/demo/load-demo"
import { tools } from "@casepost/backend/tools/tables"
import { sql } from "drizzle-orm"
import type postgres from "postgres"
import { inject } from "vitest"
import { openHouseOn, type TestHouse } from "./house.ts"

const template = "casepost_demo"
/** What the tools of the demo are called in the copy that is kept. */
const anyServer = "http://localhost:8787"

export { demoPassword }

/**
 * A house on a database of its own with the demo organisation, whose tools stand on this server. The demo is loaded once a run, and copied from
 * then on, files and all.
 */
export async function openDemoHouse(publicUrl: string): Promise<TestHouse> {
  const admin = (await import("postgres")).default(`${inject("postgresUrl")}/postgres`, { max: 1, onnotice: () => {} })
  const name = `casepost_${crypto.randomUUID().replaceAll("-", "")}`
  try {
    // One at a time: whoever comes first makes it, and a database that somebody copies cannot be copied by another.
    await admin`select pg_advisory_lock(20261122)`
    await makeTemplate(admin)
    await admin.unsafe(`create database ${name} template ${template}`)
  } finally {
    await admin.end()
  }
  const house = await openHouseOn(name)
  await cp(inject("demoFiles"), house.config.data, { recursive: true })
  await house.database.owner.update(tools).set({ address: sql`replace(${tools.address}, ${anyServer}, ${publicUrl})` })
  return house
}

async function makeTemplate(admin: postgres.Sql): Promise<void> {
  const [made] = await admin`select 1 from pg_database where datname = ${template}`
  if (made) return
  await admin.unsafe(`drop database if exists ${template}_unfinished with (force)`)
  await admin.unsafe(`create database ${template}_unfinished template casepost_template`)
  const house = await openHouseOn(`${template}_unfinished`)
  await loadDemo({ ...house, config: { ...house.config, publicUrl: anyServer } })
  await house.database.close()
  await mkdir(inject("demoFiles"), { recursive: true })
  if (existsSync(house.config.data)) await cp(house.config.data, inject("demoFiles"), { recursive: true })
  await admin.unsafe(`alter database ${template}_unfinished rename to ${template}`)
}
