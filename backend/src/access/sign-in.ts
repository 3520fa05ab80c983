import { secondFactorHeader } from "@casepost/shared/request-headers"
import { betterAuth } from "better-auth"
import { drizzleAdapter } from "better-auth/adapters/drizzle"
import { APIError, createAuthMiddleware } from "better-auth/api"
import { bearer, twoFactor } from "better-auth/plugins"
import { newId } from "../columns.ts"
import type { House } from "../context.ts"
import { limitAccountTries } from "./limit-account-tries.ts"
import { sendReset } from "./reset/send-reset.ts"
import { accounts, rateLimits, sessions, twoFactors, users, verifications } from "./tables.ts"

/** Days without a request after which a session ends. */
export const sessionDays = 30
export const leastPasswordLength = 10
export const mostPasswordLength = 128
/** Set by the app on what it hands in, so that nobody can say it about oneself. */
const networkAddressHeader = "x-casepost-network-address"
const day = 24 * 60 * 60

export type SignIn = ReturnType<typeof createSignIn>

/** better-auth: e-mail and password, bearer tokens, second factor. Memberships, rights and invitations are our own. */
export function createSignIn(house: House) {
  const { config, database } = house
  return betterAuth({
    appName: "Casepost",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.secret,
    trustedOrigins: [...config.extensionOrigins, config.publicUrl],
    telemetry: { enabled: false },
    logger: { level: "error", log: (level, what) => house.log({ level: level === "error" ? "error" : "info", what }) },
    database: drizzleAdapter(database.owner, {
      provider: "pg",
      usePlural: true,
      schema: { users, sessions, accounts, verifications, twoFactors, rateLimits },
    }),
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [networkAddressHeader] },
      disableOriginCheck: false,
    },
    session: { expiresIn: sessionDays * day, updateAge: day, cookieCache: { enabled: false } },
    // No reset token lies in the database.
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      maxPasswordLength: mostPasswordLength,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset(house, user, token),
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: 60, max: 20 },
        "/request-password-reset": { window: 60, max: 5 },
        "/two-factor/*": { window: 60, max: 20 },
        "/change-password": { window: 60, max: 10 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async call => {
        if (call.path !== "/sign-in/email") return
        const wait = await limitAccountTries(house, String(call.body?.email ?? ""))
        if (wait)
          throw new APIError(
            "TOO_MANY_REQUESTS",
            { code: "TOO_MANY_REQUESTS", message: "Too many tries at this address. Wait a minute and try again." },
            { "x-retry-after": String(wait) },
          )
      }),
    },
    disabledPaths: [
      "/sign-up/email",
      "/sign-in/social",
      "/update-user",
      "/update-session",
      "/change-email",
      "/delete-user",
      "/link-social",
      "/unlink-account",
      "/send-verification-email",
      "/verify-email",
      "/error",
    ],
    // A token is worth nothing without the signature made with the server's secret, so a stolen database opens no session. The order
    // matters: bearer hands out what is left of a session after twoFactor has taken it back.
    plugins: [twoFactor({ issuer: "Casepost" }), bearer({ requireSignature: true })],
  })
}

/**
 * Hands a request for `/api/auth/…` to better-auth. Cookies neither come in nor go out: what better-auth keeps in its two-factor cookie
 * travels in a header of ours, because an extension page can hold no cookie of the backend's.
 */
export async function answerSignIn(signIn: SignIn, request: Request, networkAddress: string): Promise<Response> {
  const cookie = (await signIn.$context).createAuthCookie("two_factor").name
  const headers = new Headers(request.headers)
  headers.delete("cookie")
  headers.set(networkAddressHeader, networkAddress)
  // What is no browser names no origin, and without cookies there is nothing a forged request could use.
  if (!headers.has("origin")) headers.set("origin", new URL(signIn.options.baseURL).origin)
  const secondFactor = headers.get(secondFactorHeader)
  if (secondFactor && /^[\w.%~+/=-]{1,500}$/.test(secondFactor)) headers.set("cookie", `${cookie}=${secondFactor}`)
  const answer = await signIn.handler(new Request(request, { headers }))
  const given = new Headers(answer.headers)
  for (const set of answer.headers.getSetCookie()) {
    const [name, value] = set.split(";")[0]?.split("=", 2) ?? []
    if (name === cookie && value) given.set(secondFactorHeader, value)
  }
  given.delete("set-cookie")
  given.set("cache-control", "no-store")
  const wait = given.get("x-retry-after")
  if (wait) given.set("retry-after", wait)
  return new Response(answer.body, { status: answer.status, headers: given })
}
