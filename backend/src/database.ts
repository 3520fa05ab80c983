import { fileURLToPath } from "node:url"
import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"

/** A transaction in which a scope was taken: the only thing verbs query with. */
export type Transaction = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Whose rows a transaction may touch, on both engines, by role and row-level security. */
export type Scope =
  | { role: "casepost_app"; organisationId: string }
  | { role: "casepost_portal"; organisationId: string; customerId: string; caseId?: string }
  | { role: "casepost_system" }

export type Database = {
  kind: "pglite" | "postgres"
  /** As the connection's owner: migrations, better-auth and pg-boss only. Inside a transaction on PGlite it waits for ever. */
  owner: Transaction
  /** Runs `work` in one transaction that took the scope. @throws what work throws, after rolling back */
  inScope: <Result>(scope: Scope, work: (tx: Transaction) => Promise<Result>) => Promise<Result>
  /** Whether the database answers. @throws when it does not */
  ping: () => Promise<void>
  /** The embedded engine, where a library needs it (pg-boss). */
  pglite: import("@electric-sql/pglite").PGlite | undefined
  url: string | undefined
  close: () => Promise<void>
}

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url))
/** Any number: it names the lock under which one replica migrates while the others wait. */
const migrationLock = 727_274_001

/** Opens Postgres (`url`) or the embedded database in `folder`; none of both: in memory. Migrates first. */
export async function openDatabase(place: { url?: string; folder?: string }): Promise<Database> {
  return place.url ? openPostgres(place.url) : openEmbedded(place.folder)
}

/**
 * Asking for array types first would cost a round trip a connection, and postgres.js rejects it into nowhere, which ends the process, when
 * the database throws the connection out just then. Drizzle reads and writes arrays as text.
 */
const connection = { fetch_types: false, onnotice: () => {}, connect_timeout: 10 }

async function openPostgres(url: string): Promise<Database> {
  const { default: postgres } = await import("postgres")
  const { drizzle } = await import("drizzle-orm/postgres-js")
  const { migrate } = await import("drizzle-orm/postgres-js/migrator")
  const only = postgres(url, { ...connection, max: 1 })
  try {
    await only`select pg_advisory_lock(${migrationLock})`
    await migrate(drizzle({ client: only, casing: "snake_case" }), { migrationsFolder })
    await only`select pg_advisory_unlock(${migrationLock})`
  } finally {
    await only.end({ timeout: 5 })
  }
  const client = postgres(url, { ...connection, max: 10, idle_timeout: 60 })
  const db = drizzle({ client, casing: "snake_case" })
  return {
    kind: "postgres",
    owner: db as unknown as Transaction,
    inScope: scoped(db as unknown as Transaction),
    ping: async () => {
      await client`select 1`
    },
    pglite: undefined,
    url,
    close: () => client.end({ timeout: 5 }),
  }
}

async function openEmbedded(folder: string | undefined): Promise<Database> {
  const { PGlite } = await import("@electric-sql/pglite")
  const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm")
  const { drizzle } = await import("drizzle-orm/pglite")
  const { migrate } = await import("drizzle-orm/pglite/migrator")
  const client = await PGlite.create({ ...(folder ? { dataDir: folder } : {}), extensions: { pg_trgm } })
  const db = drizzle({ client, casing: "snake_case" })
  await migrate(db, { migrationsFolder })
  return {
    kind: "pglite",
    owner: db as unknown as Transaction,
    inScope: scoped(db as unknown as Transaction),
    ping: async () => {
      await client.query("select 1")
    },
    pglite: client,
    url: undefined,
    close: () => client.close(),
  }
}

function scoped(db: Transaction): Database["inScope"] {
  return (scope, work) =>
    db.transaction(async tx => {
      await takeScope(tx, scope)
      return work(tx)
    })
}

/**
 * One statement, so that a scope costs one round trip; `true` ends it with the transaction. Its values are written into it: with
 * parameters the driver asks the database first what they are, twice the work at every transaction (`pnpm bench`).
 */
async function takeScope(tx: Transaction, scope: Scope): Promise<void> {
  const settings = {
    role: scope.role,
    "casepost.organisation": "organisationId" in scope ? scope.organisationId : "",
    "casepost.customer": "customerId" in scope ? scope.customerId : "",
    "casepost.case": "caseId" in scope ? (scope.caseId ?? "") : "",
  }
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${plain(value)}', true)`)
  await tx.execute(sql.raw(`select ${set.join(", ")}`))
}

/** @throws for anything but a role or an id: it would be read as SQL */
function plain(value: string): string {
  if (/^[0-9a-z_-]*$/i.test(value)) return value
  throw new Error("A scope takes ids only.")
}

/** The rows of a raw statement: PGlite wraps them, postgres.js does not. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result)) return result as Row[]
  return (result as { rows: Row[] }).rows
}

/**
 * A column is one of these ids, as one parameter. `inArray` makes a parameter of each: another statement for every length, which takes
 * Drizzle longer to write than Postgres to run.
 */
export function isOneOf(column: SQLWrapper, ids: readonly string[]): SQL {
  return sql`${column} = any (${`{${ids.join(",")}}`}::text::uuid[])`
}

/**
 * The same as a join: never every row compared with every id, whatever the planner believes of a table that grew just now. For columns other
 * than a key.
 */
export function isAmong(column: SQLWrapper, ids: readonly string[]): SQL {
  return sql`${column} in (select unnest(${`{${ids.join(",")}}`}::text::uuid[]))`
}

/** The same for a column of text. */
export function isOneOfTexts(column: SQLWrapper, texts: readonly string[]): SQL {
  return sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb)))`
}

/** Whether an error is this constraint violation (PostgreSQL error code), such as `23505` for unique. */
export function isViolation(error: unknown, code: string): boolean {
  const cause = (error as { cause?: { code?: string } } | undefined)?.cause
  return cause?.code === code
}
