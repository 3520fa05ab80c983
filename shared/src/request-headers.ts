/** Names of the request headers that both ends must agree on. */

/** The organisation a request is about: its id. Left out: the user's only organisation. */
export const organisationHeader = "casepost-organisation"
/** The bearer token that a sign-in answers with (better-auth's bearer plugin). */
export const tokenHeader = "set-auth-token"
