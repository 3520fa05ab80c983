import { type Context, makeContext } from "@casepost/backend/context"
import type { Transaction } from "@casepost/backend/database"

/** How many statements a deed sends within its transactions, beside those that begin, scope and commit them. */
export async function countQueries(context: Context, deed: (counted: Context) => Promise<unknown>): Promise<number> {
  let queries = 0
  const counted = makeContext(
    {
      ...context,
      database: {
        ...context.database,
        inScope: (scope, work) => context.database.inScope(scope, tx => work(watch(tx, () => queries++))),
      },
    },
    context,
  )
  await deed(counted)
  return queries
}

/** Drizzle prepares every statement, built or raw, through its session. */
function watch(tx: Transaction, onQuery: () => void): Transaction {
  const { session } = (tx as unknown as { _: { session: { prepareQuery: (...all: unknown[]) => unknown } } })._
  const { prepareQuery } = session
  session.prepareQuery = (...all: unknown[]) => {
    onQuery()
    return prepareQuery.apply(session, all)
  }
  return tx
}
