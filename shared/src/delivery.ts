import * as z from "zod"
import { Id, Moment } from "./contract.ts"

/**
 * What is known about one address of one message, weakest first: a state only gives way to one that stands later in the list.
 * `scheduled` and `held` (undo time) come before anything left. The failures beat all but `opened`. A complaint after opened shows
 * beside it (`complainedAt`).
 */
export const deliveryStates = [
  "scheduled",
  "held",
  "queued",
  "sent",
  "delayed",
  "delivered",
  "opened-in-email",
  "bounced",
  "failed",
  "suppressed",
  "complained",
  "opened",
] as const
/** States outside that order, final from the start. */
export const restingStates = ["portal-only", "cancelled", "left-out", "unknown"] as const
export const DeliveryState = z.enum([...deliveryStates, ...restingStates])
export type DeliveryState = z.infer<typeof DeliveryState>

/** The failures a sender is told about. */
export const failedStates: readonly DeliveryState[] = ["bounced", "failed", "suppressed", "complained", "unknown"]

/** Whether an address in state `now` may move on to `next`: forward only. */
export function mayFollow(now: DeliveryState, next: DeliveryState): boolean {
  const from = (deliveryStates as readonly string[]).indexOf(now)
  const to = (deliveryStates as readonly string[]).indexOf(next)
  if (to < 0) return false
  if (from < 0) return now === "unknown" || (now === "portal-only" && next === "opened")
  return to > from
}

export const recipientRoles = ["to", "cc", "bcc"] as const
export const RecipientRole = z.enum(recipientRoles)
export type RecipientRole = z.infer<typeof RecipientRole>

export const recipientKinds = ["customer", "relation", "colleague", "typed"] as const
export const RecipientKind = z.enum(recipientKinds)
export type RecipientKind = z.infer<typeof RecipientKind>

/** One address on one attempt of a message, and what became of it. */
export const Recipient = z
  .object({
    id: Id,
    role: RecipientRole,
    kind: RecipientKind,
    name: z.string().nullable(),
    address: z.string().nullable().describe("None: portal only, or not known until a scheduled message leaves"),
    relationId: Id.nullable(),
    userId: Id.nullable(),
    state: DeliveryState,
    at: Moment.describe("When it came into that state"),
    reason: z.string().nullable().describe("Why it failed or was left out, in words for the sender"),
    openedAt: Moment.nullable(),
    complainedAt: Moment.nullable(),
    steps: z
      .object({
        queued: Moment.nullable(),
        sent: Moment.nullable(),
        delivered: Moment.nullable(),
        opened: Moment.nullable(),
      })
      .describe("For the four-step line of a message with one address"),
  })
  .meta({ id: "Recipient" })
export type Recipient = z.infer<typeof Recipient>
