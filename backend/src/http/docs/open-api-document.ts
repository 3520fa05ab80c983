import { problems } from "@casepost/shared/problems"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { Config } from "../../config.ts"
import type { Env } from "../add-deed.ts"

const problemList = Object.entries(problems)
  .map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`)
  .join("\n")

const description = `Message customers about a case (customer, matter or invoice), and read what they answer.

**Signing in.** People: \`POST /api/auth/sign-in/email\` with \`{ "email", "password" }\`; the token comes back in the header
\`set-auth-token\` and goes along as \`Authorization: Bearer …\`. Systems: an API key (\`cpk_…\`), made by an administrator of the
organisation, in the same header. Who belongs to several organisations names one in the header \`Casepost-Organisation\`.

**Forms.** JSON in camelCase; ids are opaque strings; times are ISO 8601 in UTC; money is a decimal string with an ISO 4217 currency; lists
are read by passing \`nextCursor\` as \`cursor\`.

**Doing a thing once.** Where \`Idempotency-Key\` is taken, a replay within 7 days gives the first answer; another request under the same
key is refused with \`idempotency-mismatch\`.

**Refusals** are \`application/problem+json\` (RFC 9457) with a stable \`code\`. What you may not see is \`not-found\`, exactly as if it did
not exist.

| Code | Status | Means |
|---|---|---|
${problemList}`

/** The OpenAPI 3.1 document: made from the very routes that answer. */
export function openApiDocument(app: OpenAPIHono<Env>, config: Config) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Casepost",
      version: config.version,
      description,
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: config.publicUrl }],
  })
}

/** Called once, before the document is asked for. */
export function registerSecurity(app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A session token of a user, or an API key (`cpk_…`). Taken on `/api` only.",
  })
  app.openAPIRegistry.registerComponent("securitySchemes", "portalSession", {
    type: "apiKey",
    in: "cookie",
    name: "casepost_portal",
    description:
      "The cookie a customer gets by opening the portal. Taken on `/portal` only; posts carry `Casepost-Csrf` as well.",
  })
}
