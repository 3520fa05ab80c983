import { type Membership, rightCovers } from "@casepost/shared/access"

/** Whether somebody may send messages in any administration: standard users and administrators. */
export function maySendSomewhere(membership: Membership): boolean {
  return membership.administrations.some(({ right }) => rightCovers(right, "standard"))
}
