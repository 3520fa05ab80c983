import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "@casepost/backend/database"
import type { TestProject } from "vitest/node"
import { startPostgres } from "./start-postgres.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** A server where `casepost_test` is migrated and `casepost_template` can be copied. */
    postgresUrl: string
    /** The folder of the demo's files, once somebody wanted the demo (`openDemoHouse`). */
    demoFiles: string
  }
}

/** One real Postgres a run, from npm; `TEST_DATABASE_URL` names another one (a server where databases may be created). */
export default async function onePostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres()
  const admin = (await import("postgres")).default(`${url}/postgres`, { max: 1, onnotice: () => {} })
  await admin`drop database if exists casepost_test with (force)`
  await admin`drop database if exists casepost_template with (force)`
  await admin`drop database if exists casepost_demo with (force)`
  await admin`create database casepost_template`
  await (await openDatabase({ url: `${url}/casepost_template` })).close()
  await admin`create database casepost_test template casepost_template`
  await admin.end()
  const demoFiles = await mkdtemp(join(tmpdir(), "casepost-demo-"))
  project.provide("postgresUrl", url)
  project.provide("demoFiles", demoFiles)
  return async () => {
    await stop()
    await rm(demoFiles, { recursive: true, force: true })
  }
}
