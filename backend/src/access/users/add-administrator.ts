import { newId } from "../../columns.ts"
import type { Transaction } from "../../database.ts"
import { memberships, users } from "../tables.ts"
import { addPassword } from "./add-password.ts"

/** Makes the first user of a new organisation: its administrator, who can sign in at once. */
export async function addAdministrator(
  tx: Transaction,
  of: { organisationId: string; name: string; email: string; passwordHash: string },
): Promise<string> {
  const { organisationId, name, email, passwordHash } = of
  const userId = newId()
  await tx.insert(users).values({ id: userId, name, email, emailVerified: true })
  await addPassword(tx, { userId, passwordHash })
  await tx.insert(memberships).values({ organisationId, userId, organisationRight: "administrator" })
  return userId
}
