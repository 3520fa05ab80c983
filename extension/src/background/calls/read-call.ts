import type { Call } from "./answer-calls"

type Check = (value: unknown) => boolean

const isWhole: Check = value => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100_000
const isNumber: Check = value => typeof value === "number" && Number.isFinite(value)
const isTicket: Check = value => typeof value === "string" && /^[0-9a-f]{32}$/.test(value)
/** One line, so that nothing can be slipped into a field behind it. */
const isLine =
  (longest: number): Check =>
  value =>
    typeof value === "string" && value.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(value)

const shapes: Record<Call["kind"], Readonly<Record<string, Check>>> = {
  "unread-changed": {},
  "tools-changed": {},
  "redeem-ticket": { ticket: isTicket },
  "close-frame": {},
  "to-side-panel": {},
  "put-address": { name: isLine(200), address: isLine(320) },
  "cases-found": { cases: isWhole },
  "launcher-ready": {},
  "launcher-pressed": {},
  "launcher-hidden": {},
  "launcher-moved": { top: isNumber },
  "panel-again": {},
  "panel-gone": {},
  "panel-instead": {},
  "field-pressed": {},
}

/** A call in its own shape and nothing besides; undefined where it is unknown or malformed. */
export function readCall(message: unknown): Call | undefined {
  if (typeof message !== "object" || message === null) return undefined
  const { kind, ...rest } = message as Record<string, unknown>
  const shape = typeof kind === "string" && Object.hasOwn(shapes, kind) ? shapes[kind as Call["kind"]] : undefined
  const isStrange = ([name, value]: [string, unknown]) => value !== undefined && !Object.hasOwn(shape ?? {}, name)
  if (!shape || Object.entries(rest).some(isStrange)) return undefined
  return Object.entries(shape).every(([name, check]) => check(rest[name])) ? (message as Call) : undefined
}
