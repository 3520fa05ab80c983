import type { OpenAPIHono } from "@hono/zod-openapi"
import * as z from "zod"
import type { Env } from "../http/add-deed.ts"
import { documentRoute, type OtherRoute } from "../http/docs/document-route.ts"
import { leastPasswordLength } from "./sign-in.ts"

const AuthRefusal = z
  .object({ code: z.string().optional(), message: z.string() })
  .meta({ id: "AuthRefusal", description: "better-auth's own form" })
const refusal = (description: string) => ({ description, shape: AuthRefusal })
const NewPassword = z.string().min(leastPasswordLength).max(128)
const Done = z.looseObject({ status: z.boolean().optional(), success: z.boolean().optional() })
const done = { description: "Done", shape: Done }
const signedOut = refusal("Not signed in, or signed out since")
const tooMany = refusal("Too many tries; `retry-after` says when again")
const session = {
  description: "Signed in: the token is in the header `set-auth-token`",
  shape: z.looseObject({ token: z.string().optional(), twoFactorRedirect: z.boolean().optional() }),
}
const code = z.object({ code: z.string() })

const routes: Omit<OtherRoute, "tag">[] = [
  {
    method: "post",
    path: "/api/auth/sign-in/email",
    id: "signIn",
    summary: "Sign in with e-mail and password",
    description:
      "Where a second factor is set, the answer says `twoFactorRedirect` and holds no token: send the header `casepost-second-factor` " +
      "back with the code. No cookie is set or taken.",
    body: z.object({ email: z.string(), password: z.string() }),
    answers: { 200: session, 401: refusal("They do not belong together"), 429: tooMany },
  },
  {
    method: "post",
    path: "/api/auth/two-factor/verify-totp",
    id: "confirmSecondFactor",
    summary: "Finish signing in with the authenticator app's code, or switch a second factor on",
    body: code,
    answers: { 200: session, 401: refusal("The code is not right, or too old"), 429: tooMany },
  },
  {
    method: "post",
    path: "/api/auth/two-factor/verify-backup-code",
    id: "confirmBackupCode",
    summary: "Finish signing in with a backup code, which works once",
    body: code,
    answers: { 200: session, 401: refusal("The code is not right, or was used"), 429: tooMany },
  },
  {
    method: "post",
    path: "/api/auth/sign-out",
    id: "signOut",
    summary: "End this session",
    needs: "bearer",
    answers: { 200: done },
  },
  {
    method: "post",
    path: "/api/auth/change-password",
    id: "changePassword",
    summary: "Change my password",
    needs: "bearer",
    body: z.object({
      currentPassword: z.string(),
      newPassword: NewPassword,
      revokeOtherSessions: z.boolean().optional(),
    }),
    answers: {
      200: done,
      400: refusal("The password is not right, or the new one too short"),
      401: signedOut,
      429: tooMany,
    },
  },
  {
    method: "post",
    path: "/api/auth/request-password-reset",
    id: "requestPasswordReset",
    summary: "Mail a link to choose a new password; the answer is the same for addresses nobody signs in with",
    body: z.object({ email: z.string() }),
    answers: { 200: done, 429: tooMany },
  },
  {
    method: "post",
    path: "/api/auth/reset-password",
    id: "resetPassword",
    summary: "Choose a new password behind the mailed link; ends every session",
    body: z.object({ token: z.string(), newPassword: NewPassword }),
    answers: { 200: done, 400: refusal("The link was used or is too old, or the password too short") },
  },
  {
    method: "get",
    path: "/api/auth/list-sessions",
    id: "listSessions",
    summary: "Where I am signed in",
    needs: "bearer",
    answers: {
      200: { description: "My sessions", shape: z.array(z.looseObject({ token: z.string() })) },
      401: signedOut,
    },
  },
  {
    method: "post",
    path: "/api/auth/revoke-session",
    id: "revokeSession",
    summary: "Sign another device out",
    needs: "bearer",
    body: z.object({ token: z.string() }),
    answers: { 200: done, 401: signedOut },
  },
  {
    method: "post",
    path: "/api/auth/two-factor/enable",
    id: "enableSecondFactor",
    summary: "Begin to set a second factor: the secret for the app, and backup codes",
    needs: "bearer",
    body: z.object({ password: z.string() }),
    answers: {
      200: {
        description: "To be confirmed",
        shape: z.looseObject({ totpURI: z.string(), backupCodes: z.array(z.string()) }),
      },
      400: refusal("The password is not right"),
      401: signedOut,
    },
  },
  {
    method: "post",
    path: "/api/auth/two-factor/disable",
    id: "disableSecondFactor",
    summary: "Take the second factor away",
    needs: "bearer",
    body: z.object({ password: z.string() }),
    answers: { 200: done, 400: refusal("The password is not right"), 401: signedOut },
  },
]

/** Puts better-auth's routes into the OpenAPI document: those we use, as they answer here. */
export function documentSignIn(app: OpenAPIHono<Env>): void {
  for (const route of routes) documentRoute(app, { ...route, tag: "sign-in" })
}
