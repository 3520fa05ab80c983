import { hashPassword } from "better-auth/crypto"
import type { Transaction } from "../../database.ts"
import { accounts } from "../tables.ts"

/** A password as it is kept (scrypt). Slow on purpose: made before the transaction begins. */
export function hashForKeeping(password: string): Promise<string> {
  return hashPassword(password)
}

/** Gives a user without a password one, where better-auth looks for it. */
export async function addPassword(tx: Transaction, of: { userId: string; passwordHash: string }): Promise<void> {
  const { userId, passwordHash } = of
  await tx.insert(accounts).values({ userId, accountId: userId, providerId: "credential", password: passwordHash })
}
