import { type Right, rightCovers } from "@casepost/shared/access"
import type { Deed } from "@casepost/shared/contract"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../context.ts"
import { requireOrganisationAdministrator, requireUser, strongerRight } from "./require-right.ts"

/**
 * The gate before every deed of the API: who can have no right for it anywhere is refused before anything is looked up. Which case and
 * which administration it is about, the deed itself checks.
 * @throws Problem not-allowed
 */
export function requireAccess(context: Context, deed: Deed): void {
  const { access } = deed
  if (access === "anonymous" || access === "customer") return
  if (access === "organisation-administrator") requireOrganisationAdministrator(context)
  else if (access === "signed-in") {
    if (!openToKeys.has(deed.id)) requireUser(context)
  } else requireSomewhere(context, access)
}

function requireSomewhere(context: Context, needed: Exclude<Right, "none">): void {
  if (context.actor.kind !== "user") return
  const { organisation, administrations } = context.actor.rights
  const strongest = [...administrations.values()].reduce<Right>(strongerRight, organisation)
  if (rightCovers(strongest, needed)) return
  throw new Problem(
    "not-allowed",
    strongest === "none"
      ? "You have no right in any administration. Ask an administrator."
      : `This needs the right "${needed}"; yours is "${strongest}".`,
  )
}

/** Deeds any signed-in user may do that an API key may do as well, within its administrations. */
const openToKeys = new Set([
  "listAdministrations",
  "searchCases",
  "lookupCases",
  "listInbox",
  "countUnread",
  "openBulkMessage",
  "startBulkMessage",
  "listBulkMessages",
  "uploadAttachment",
  "readAttachment",
  "deleteAttachment",
])
