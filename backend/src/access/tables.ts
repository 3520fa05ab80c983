import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, moment } from "../columns.ts"
import { administrations, tenant } from "../organisations/tables.ts"

// The five tables of better-auth; their columns are its own (https://better-auth.com/docs/concepts/database).

export const users = pgTable("users", {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean().default(false),
  createdAt: createdAt(),
  updatedAt: moment().notNull().defaultNow(),
})

export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    expiresAt: moment().notNull(),
    token: text().notNull().unique(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  t => [index().on(t.userId)],
)

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [index().on(t.userId)],
)

export const verifications = pgTable(
  "verifications",
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  t => [index().on(t.identifier)],
)

export const twoFactors = pgTable(
  "two_factors",
  {
    id: id(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: moment(),
  },
  t => [index().on(t.userId)],
)

export const rateLimits = pgTable("rate_limits", {
  id: id(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: "number" }).notNull(),
})

// Ours: who belongs where, with which right.

export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    organisationId: tenant(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** `administrator`, `standard`, `restricted` or `none`: for the organisation, and so for every administration. */
    organisationRight: text().notNull().default("none"),
    notifyOnReply: boolean().notNull().default(true),
    notifyOnFailure: boolean().notNull().default(true),
    notifyOnMention: boolean().notNull().default(true),
    disabledAt: moment(),
    /** Set until the invitation is accepted; until then the membership gives nothing. */
    invitedAt: moment(),
    lastSeenAt: moment(),
    createdAt: createdAt(),
  },
  t => [unique().on(t.organisationId, t.userId), index().on(t.userId)],
)

export const administrationRights = pgTable(
  "administration_rights",
  {
    organisationId: tenant(),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id, { onDelete: "cascade" }),
    administrationId: uuid()
      .notNull()
      .references(() => administrations.id, { onDelete: "cascade" }),
    held: text().notNull(),
  },
  t => [primaryKey({ columns: [t.membershipId, t.administrationId] }), index().on(t.administrationId)],
)

/** The token is an HMAC of the id: nothing here opens anything. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organisationId: tenant(),
    membershipId: uuid()
      .notNull()
      .references(() => memberships.id, { onDelete: "cascade" }),
    invitedBy: uuid().references(() => users.id),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.membershipId)],
)

/** The one-time link that `start` prints while there is no organisation. */
export const setupLinks = pgTable("setup_links", {
  id: id(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
  createdAt: createdAt(),
})

export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    organisationId: tenant(),
    name: text().notNull(),
    /** SHA-256 of the key; 256 random bits need no slow hash (ASVS 6.5.2). */
    tokenHash: text().notNull().unique(),
    lastCharacters: text().notNull(),
    administrationIds: jsonb().$type<string[]>().notNull(),
    createdBy: uuid().references(() => users.id),
    lastUsedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  t => [index().on(t.organisationId)],
)

/** Answers already given, by actor and key, kept 7 days: a replay gets the same answer, another body is refused. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    organisationId: tenant(),
    actor: text().notNull(),
    key: text().notNull(),
    deed: text().notNull(),
    bodyHash: text().notNull(),
    status: integer(),
    answer: jsonb(),
    createdAt: createdAt(),
  },
  t => [primaryKey({ columns: [t.organisationId, t.actor, t.key] }), index().on(t.createdAt)],
)
