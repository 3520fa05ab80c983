/** Names of the headers that both ends must agree on. */

/** The organisation a request is about: its id. Left out: the user's only organisation. */
export const organisationHeader = "casepost-organisation"
/** The bearer token that a sign-in answers with (better-auth's bearer plugin). */
export const tokenHeader = "set-auth-token"
/**
 * What better-auth keeps in its two-factor cookie between password and code. An extension page can hold no cookie of the
 * backend's, so the answer to the password carries it in this header, and the request with the code brings it back.
 */
export const secondFactorHeader = "casepost-second-factor"
