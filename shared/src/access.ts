import * as z from "zod"
import { Address } from "./addresses.ts"
import { deed, Id, line, Moment } from "./contract.ts"

/** Rights, strongest first. `restricted` reads and adds notes to users and relations, and sends no message. */
export const rights = ["administrator", "standard", "restricted", "none"] as const
export const Right = z.enum(rights)
export type Right = z.infer<typeof Right>

/** Whether `held` is at least `needed`. */
export function rightCovers(held: Right, needed: Right): boolean {
  return rights.indexOf(held) <= rights.indexOf(needed)
}

/** A user's place in one organisation: the right for the organisation holds for all its administrations. */
export const Membership = z
  .object({
    organisation: z.object({ id: Id, name: z.string(), markReadOnOpen: z.boolean() }),
    right: Right.describe("For the organisation and so for every administration of it"),
    administrations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        right: Right.describe("The stronger of the organisation's and the administration's"),
        timeZone: z.string().describe("IANA"),
        defaultLanguage: z.string(),
        senderName: z.string(),
      }),
    ),
  })
  .meta({ id: "Membership" })
export type Membership = z.infer<typeof Membership>

/** The user who is signed in, and where she has rights. */
export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    twoFactor: z.boolean(),
    memberships: z.array(Membership),
    settings: z.object({
      notifyOnReply: z.boolean().describe("An e-mail when a customer answers my message"),
      notifyOnFailure: z.boolean().describe("An e-mail when a message of mine is not delivered"),
      notifyOnMention: z.boolean().describe("An e-mail when a colleague names me in a note"),
    }),
  })
  .meta({ id: "Me" })
export type Me = z.infer<typeof Me>

export const User = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    right: Right,
    administrations: z.array(z.object({ id: Id, right: Right })),
    active: z.boolean(),
    invited: z.boolean().describe("Has not accepted the invitation yet"),
    lastSeenAt: Moment.nullable(),
  })
  .meta({ id: "User" })
export type User = z.infer<typeof User>

export const ApiKey = z
  .object({
    id: Id,
    name: z.string().describe("What it is for"),
    lastCharacters: z.string().describe("The key's last four, to recognise it by"),
    administrations: z.array(Id).describe("Where it may read and write, as an administrator of them"),
    createdBy: z.string().nullable(),
    createdAt: Moment,
    lastUsedAt: Moment.nullable(),
    revokedAt: Moment.nullable(),
  })
  .meta({ id: "ApiKey" })
export type ApiKey = z.infer<typeof ApiKey>

export const deeds = {
  getMe: deed({
    id: "getMe",
    method: "get",
    path: "/api/v1/users/me",
    access: "signed-in",
    summary: "Who is signed in, with memberships and rights",
    answer: Me,
  }),
  updateMe: deed({
    id: "updateMe",
    method: "patch",
    path: "/api/v1/users/me",
    access: "signed-in",
    summary: "Change my name or what I am told about",
    body: z.object({
      name: line(120).optional(),
      notifyOnReply: z.boolean().optional(),
      notifyOnFailure: z.boolean().optional(),
      notifyOnMention: z.boolean().optional(),
    }),
    answer: Me,
  }),
  listUsers: deed({
    id: "listUsers",
    method: "get",
    path: "/api/v1/users",
    access: "organisation-administrator",
    summary: "The people of the organisation, with their rights",
    answer: z.object({ users: z.array(User) }),
  }),
  inviteUser: deed({
    id: "inviteUser",
    method: "post",
    path: "/api/v1/users",
    access: "organisation-administrator",
    summary: "Invite somebody by e-mail",
    description: "The mail holds a link to `/join/{token}` that works once, for 7 days.",
    body: z.object({
      name: line(120),
      email: Address,
      right: Right,
      administrations: z
        .array(z.object({ id: Id, right: Right }))
        .max(500)
        .default([]),
    }),
    answer: User,
    status: 201,
    idempotent: true,
    problems: ["already-exists", "sending-off"],
  }),
  updateUser: deed({
    id: "updateUser",
    method: "patch",
    path: "/api/v1/users/{id}",
    access: "organisation-administrator",
    summary: "Change somebody's rights, or switch the sign-in off",
    description:
      "Holds from the next request. The last administrator of an organisation cannot be switched off or lowered (in-use).",
    params: z.object({ id: Id }),
    body: z.object({
      right: Right.optional(),
      administrations: z
        .array(z.object({ id: Id, right: Right }))
        .max(500)
        .optional(),
      active: z.boolean().optional(),
    }),
    answer: User,
    problems: ["in-use"],
  }),
  listApiKeys: deed({
    id: "listApiKeys",
    method: "get",
    path: "/api/v1/api-keys",
    access: "organisation-administrator",
    summary: "The keys of the organisation's own systems, newest first",
    answer: z.object({ apiKeys: z.array(ApiKey) }),
  }),
  createApiKey: deed({
    id: "createApiKey",
    method: "post",
    path: "/api/v1/api-keys",
    access: "organisation-administrator",
    summary: "Make a key for one of the organisation's own systems",
    description: "The key itself is in this answer only; what is kept of it cannot open anything.",
    body: z.object({ name: line(120), administrations: z.array(Id).min(1, "Choose an administration.").max(500) }),
    answer: ApiKey.extend({ key: z.string().describe("`cpk_…`; goes along as `Authorization: Bearer …`") }),
    status: 201,
  }),
  revokeApiKey: deed({
    id: "revokeApiKey",
    method: "delete",
    path: "/api/v1/api-keys/{id}",
    access: "organisation-administrator",
    summary: "Take a key back; it is refused from the next request",
    params: z.object({ id: Id }),
  }),
}
