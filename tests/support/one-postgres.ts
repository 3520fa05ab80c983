import { openDatabase } from "@casepost/backend/database"
import type { TestProject } from "vitest/node"
import { startPostgres } from "./start-postgres.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** A server where `casepost_test` is migrated and `casepost_template` can be copied. */
    postgresUrl: string
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
  await admin`create database casepost_template`
  await (await openDatabase({ url: `${url}/casepost_template` })).close()
  await admin`create database casepost_test template casepost_template`
  await admin.end()
  project.provide("postgresUrl", url)
  return stop
}
