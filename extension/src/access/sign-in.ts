import { callAuth } from "../api/auth"
import { Refusal } from "../api/refusal"
import { keepSession, readSession } from "../api/token"

export type Credentials = { email: string; password: string; isShared: boolean }

/** The password was right, and a code is wanted too. */
export type SecondFactorWanted = { secondFactor: string; email: string; isShared: boolean }

/**
 * Signs in with e-mail and password and keeps the token on this computer; where the user has a second factor, gives what
 * `confirmSecondFactor` needs.
 * @throws Refusal
 */
export async function signIn(credentials: Credentials): Promise<SecondFactorWanted | undefined> {
  const { email, password, isShared } = credentials
  const answer = await callAuth("post", "sign-in/email", { body: { email, password } })
  const body = answer.body as { twoFactorRedirect?: boolean } | undefined
  if (body?.twoFactorRedirect) return { secondFactor: answer.secondFactor ?? "", email, isShared }
  await keep(answer.token, { email, isShared })
  return undefined
}

/** Finishes a sign-in with the code of the authenticator app, or with a backup code. @throws Refusal */
export async function confirmSecondFactor(wanted: SecondFactorWanted, code: string, isBackup: boolean): Promise<void> {
  const answer = await callAuth("post", isBackup ? "two-factor/verify-backup-code" : "two-factor/verify-totp", {
    body: { code },
    secondFactor: wanted.secondFactor,
  })
  await keep(answer.token, wanted)
}

async function keep(token: string | undefined, of: { email: string; isShared: boolean }): Promise<void> {
  if (!token) throw new Refusal("unreadable", "The server gave no session. Check its address, or update Casepost.")
  const before = await readSession()
  const organisationId = before?.email === of.email ? before.organisationId : undefined
  await keepSession({ token, email: of.email, ...(organisationId ? { organisationId } : {}) }, of.isShared)
}
