import { type Right, rightCovers } from "@casepost/shared/access"
import { Problem } from "@casepost/shared/problems"
import type { Actor, Context } from "../context.ts"

type UserActor = Extract<Actor, { kind: "user" }>

/**
 * The one place where a level is checked. An administration one has no right in does not exist for one: not-found, as a missing one;
 * too low a right there is not-allowed. @throws Problem not-found, not-allowed
 */
export function requireRight(context: Context, administrationId: string, needed: Exclude<Right, "none">): void {
  const held = rightIn(context, administrationId)
  if (held === "none") throw notHere()
  if (!rightCovers(held, needed)) throw new Problem("not-allowed", refusals[needed])
}

/** @throws Problem not-allowed unless the actor administers the organisation itself */
export function requireOrganisationAdministrator(context: Context): void {
  if (context.actor.kind === "system") return
  if (context.actor.kind !== "user" || context.actor.rights.organisation !== "administrator")
    throw new Problem("not-allowed", "Only administrators of the organisation can do this.")
}

/** What the actor may in an administration; an API key of it counts as administrator, the system too. */
export function rightIn(context: Context, administrationId: string): Right {
  const { actor } = context
  if (actor.kind === "user") return actor.rights.administrations.get(administrationId) ?? "none"
  if (actor.kind === "api-key") return actor.administrationIds.includes(administrationId) ? "administrator" : "none"
  return actor.kind === "system" ? "administrator" : "none"
}

/** The administrations the actor may see anything of. */
export function visibleAdministrations(context: Context): string[] {
  const { actor } = context
  if (actor.kind === "user") return [...actor.rights.administrations.keys()]
  return actor.kind === "api-key" ? [...actor.administrationIds] : []
}

/** The signed-in user. @throws Problem not-allowed for a key or the system */
export function requireUser(context: Context): UserActor {
  if (context.actor.kind !== "user") throw new Problem("not-allowed", "Only somebody who is signed in can do this.")
  return context.actor
}

/** Missing and forbidden look the same. */
export function notHere(): Problem {
  return new Problem("not-found", "There is nothing here, or nothing you may see.")
}

export function strongerRight(one: Right, other: Right): Right {
  return rightCovers(one, other) ? one : other
}

const refusals = {
  restricted: "You may not see this.",
  standard: "Your right here is restricted: you can read and add notes, but not message customers or change data.",
  administrator: "Only administrators of this administration can do this.",
}
