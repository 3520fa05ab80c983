import * as z from "zod"
import type { ProblemCode } from "./problems.ts"

/**
 * Who may call a deed, as the access matrix test checks it:
 * `anonymous` · `signed-in` (any user) · `restricted`, `standard`, `administrator` (at least that right for the administration
 * concerned) · `organisation-administrator` · `customer` (a portal session).
 */
export type DeedAccess =
  | "anonymous"
  | "signed-in"
  | "restricted"
  | "standard"
  | "administrator"
  | "organisation-administrator"
  | "customer"

export type Method = "get" | "post" | "put" | "patch" | "delete"

type Shape = z.ZodType
type ObjectShape = z.ZodObject

/** One deed of the API: both ends are made from it. Paths carry params as `{name}`. */
export type Deed<
  Params extends ObjectShape | undefined = ObjectShape | undefined,
  Query extends ObjectShape | undefined = ObjectShape | undefined,
  Body extends Shape | undefined = Shape | undefined,
  Answer extends Shape | undefined = Shape | undefined,
  Bytes extends "request" | "answer" | undefined = "request" | "answer" | undefined,
> = {
  /** The OpenAPI operationId. */
  id: string
  method: Method
  path: string
  access: DeedAccess
  summary: string
  description?: string
  params?: Params
  query?: Query
  body?: Body
  /** What comes back as JSON; none means 204. */
  answer?: Answer
  /** The status of success: 200, or 204 without an answer, unless given. */
  status?: 200 | 201 | 202 | 204
  /** `file`: the request or the answer is raw bytes instead of JSON. */
  bytes?: Bytes
  /** Takes `Idempotency-Key` (kept 7 days per actor). */
  idempotent?: boolean
  /** Problem codes beyond those any route may give (malformed, invalid, unauthenticated, not-allowed, not-found, too-many, unavailable). */
  problems?: readonly ProblemCode[]
}

// A deed's parts are optional properties: what they hold counts, not that they may be missing.
type Output<S, Held = Exclude<S, undefined>> = [Held] extends [never]
  ? undefined
  : Held extends z.ZodType
    ? z.output<Held>
    : undefined
type Input<S, Held = Exclude<S, undefined>> = [Held] extends [never]
  ? undefined
  : Held extends z.ZodType
    ? z.input<Held>
    : undefined

/** What a deed's handler gets, parsed. */
export type DeedInput<D extends Deed> = {
  params: Output<D["params"]>
  query: Output<D["query"]>
  body: Output<D["body"]>
}
/** What a caller gives. */
export type DeedCall<D extends Deed> = {
  params?: Input<D["params"]>
  query?: Input<D["query"]>
  body?: Input<D["body"]>
}
/** What a handler must return: the answer before parsing. */
export type DeedResult<D extends Deed> = Input<D["answer"]>
/** What a caller gets: the answer, parsed. */
export type DeedAnswer<D extends Deed> = Output<D["answer"]>

/** Declares a deed and keeps its exact types. */
export function deed<
  const Params extends ObjectShape | undefined = undefined,
  const Query extends ObjectShape | undefined = undefined,
  const Body extends Shape | undefined = undefined,
  const Answer extends Shape | undefined = undefined,
  const Bytes extends "request" | "answer" | undefined = undefined,
>(declared: Deed<Params, Query, Body, Answer, Bytes>): Deed<Params, Query, Body, Answer, Bytes> {
  return declared
}

/** An opaque id. At most 64 characters of letters, digits, `-` and `_`; anything else cannot exist and is not-found. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** A moment: ISO 8601 in UTC, such as `2026-11-23T13:36:00.000Z`. */
export const Moment = z.iso.datetime().refine(moment => !moment.startsWith("0000"), "There is no year 0.")
/** A calendar date without a time zone: `2026-10-17`. */
export const DateOnly = z.iso
  .date("Write the date as year, month and day, such as 2026-11-30.")
  .refine(date => !date.startsWith("0000"), "There is no year 0.")
/** One line of text: trimmed, no control characters (so no CR or LF can reach a mail header), 1 to `most` characters. */
export function line(most: number) {
  return z
    .string()
    .trim()
    .min(1, "Fill this in.")
    .max(most, `At most ${most} characters.`)
    .refine(text => !hasControlCharacters(text), "Line breaks and control characters cannot be used here.")
    .refine(text => text === "" || canBeSeen(text), "Fill this in with something that can be seen.")
}

/** Whether text holds anything that can be seen: not only spaces, control and zero-width characters, fillers and blanks. */
export function canBeSeen(text: string): boolean {
  return /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
}

/**
 * Whether text holds what could end a header, or turn the direction of what stands around it: C0 and C1 controls, line and paragraph
 * separators, and the embeddings, overrides and isolates of Unicode Standard Annex 9. Right-to-left letters and marks are fine.
 */
export function hasControlCharacters(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true
  }
  return false
}

export const ById = z.object({ id: Id })

/** Lists are read by keyset: pass `nextCursor` of one page as `cursor` of the next; `limit` is 1 to 100. */
export const PageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
/** `null` where this was the last page. */
export const NextCursor = z.string().nullable()
