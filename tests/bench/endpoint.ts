import { createHmac } from "node:crypto"
import { sessions } from "@casepost/backend/access/tables"
import { createApp } from "@casepost/backend/app"
import type { House } from "@casepost/backend/context"
import type { Scope, Transaction } from "@casepost/backend/database"
import { Hono } from "hono"
import postgres from "postgres"
import type { BenchHouse } from "./bench-house.ts"
import { median } from "./reading.ts"

type Statement = { sql: string; params: unknown[] }
/** One transaction of a request: its scope and its statements in order. */
type Trip = { scope: Scope; statements: Statement[] }

/**
 * Processor time of an endpoint beside that of a bare Hono handler that runs the same statements in the same transactions through the
 * same driver and answers with the rows. Both in this process, without a socket; what the database itself burns counts for neither.
 */
export async function measureEndpoint(bench: BenchHouse, path: string): Promise<{ endpoint: number; bare: number }> {
  const token = await signIn(bench)
  const trips: Trip[] = []
  const recorded = createApp(recording(bench.house, trips))
  const app = createApp(bench.house)
  const ask = { headers: { authorization: `Bearer ${token}` } }
  await expectOk(recorded.request(path, ask))
  trips.length = 0
  await expectOk(recorded.request(path, ask))
  const client = postgres(bench.url, { max: 10, onnotice: () => {} })
  const bare = new Hono().get("*", async context => context.json(await repeat(client, trips)))
  const [ours, theirs]: number[][] = [[], []]
  for (let round = 0; round < 9; round++) {
    ours?.push(await processorTime(() => expectOk(app.request(path, ask))))
    theirs?.push(await processorTime(() => expectOk(bare.request(path))))
  }
  await client.end()
  return { endpoint: median(ours ?? []), bare: median(theirs ?? []) }
}

/** A session's token as better-auth signs it. */
async function signIn({ house, user }: BenchHouse): Promise<string> {
  if (user.actor.kind !== "user") throw new Error("Nobody to sign in.")
  const token = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000)
  await house.database.owner.insert(sessions).values({ token, userId: user.actor.userId, expiresAt })
  return `${token}.${createHmac("sha256", house.config.secret).update(token).digest("base64")}`
}

function recording(house: House, trips: Trip[]): House {
  return {
    ...house,
    database: {
      ...house.database,
      inScope: (scope, work) => {
        const trip: Trip = { scope, statements: [] }
        trips.push(trip)
        return house.database.inScope(scope, tx => work(listen(tx, statement => trip.statements.push(statement))))
      },
    },
  }
}

/** Drizzle prepares every statement, built or raw, through its session. */
function listen(tx: Transaction, heard: (statement: Statement) => void): Transaction {
  const { session } = (
    tx as unknown as { _: { session: { prepareQuery: (query: Statement, ...all: unknown[]) => unknown } } }
  )._
  const { prepareQuery } = session
  session.prepareQuery = (query, ...all) => {
    heard({ sql: query.sql, params: query.params })
    return prepareQuery.call(session, query, ...all)
  }
  return tx
}

async function repeat(client: postgres.Sql, trips: Trip[]): Promise<unknown> {
  const answers: unknown[] = []
  for (const { scope, statements } of trips)
    await client.begin(async tx => {
      const organisationId = "organisationId" in scope ? scope.organisationId : ""
      await tx`select set_config('role', ${scope.role}, true), set_config('casepost.organisation', ${organisationId}, true),
        set_config('casepost.customer', '', true), set_config('casepost.case', '', true)`
      for (const { sql, params } of statements) answers.push(await tx.unsafe(sql, params as never[]))
    })
  return answers
}

async function expectOk(asked: Response | Promise<Response>): Promise<void> {
  const answer = await asked
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`The bench got ${answer.status}: ${text.slice(0, 300)}`)
}

/** Milliseconds of processor time for one request, of this process. */
async function processorTime(run: () => Promise<void>, times = 40): Promise<number> {
  for (let nth = 0; nth < 5; nth++) await run()
  const before = process.cpuUsage()
  for (let nth = 0; nth < times; nth++) await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
