import { callAuth } from "../api/auth"
import { forgetSession } from "../api/token"

/** Ends the session at the backend, and forgets it here whatever the backend says. */
export async function signOut(): Promise<void> {
  await callAuth("post", "sign-out").catch(() => undefined)
  await forgetSession()
}
