import { timestamp, uuid } from "drizzle-orm/pg-core"
import { v7 } from "uuid"

/** Primary keys are UUID version 7, made here and not in the database: `uuidv7()` needs PostgreSQL 18, and keys in order of time keep indexes narrow. */
export function newId(): string {
  return v7()
}

export const id = () => uuid().primaryKey().$defaultFn(newId)
export const moment = () => timestamp({ withTimezone: true, mode: "date", precision: 3 })
export const createdAt = () => moment().notNull().defaultNow()
