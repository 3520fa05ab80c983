import { organisationHeader } from "@casepost/shared/request-headers"
import { readServerAddress } from "../api/server-address"
import { readSession } from "../api/token"

/** What the backend said to the worker: signed out and refused are one thing, and no answer is no news. */
export type Answer = { isSignedIn: false } | { isSignedIn: true; organisationId: string | undefined; body: unknown }

/** Reads from the backend with the kept token. @returns undefined where it cannot be known now, so that what was known stays */
export async function askBackend(path: string): Promise<Answer | undefined> {
  try {
    const session = await readSession()
    if (!session) return { isSignedIn: false }
    const { token, organisationId } = session
    const answer = await fetch(`${await readServerAddress()}${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(organisationId ? { [organisationHeader]: organisationId } : {}),
      },
      credentials: "omit",
      cache: "no-store",
    })
    // Signed in or out meanwhile, or in another organisation: this answer belongs to nobody any more.
    const now = await readSession()
    if (now?.token !== token || now.organisationId !== organisationId) return undefined
    if (answer.status === 401) return { isSignedIn: false }
    return answer.ok ? { isSignedIn: true, organisationId, body: await answer.json() } : undefined
  } catch {
    return undefined
  }
}
