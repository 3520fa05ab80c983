import type { OpenAPIHono } from "@hono/zod-openapi"
import * as z from "zod"
import type { Env } from "../add-deed.ts"

/** A route that no deed of the contract stands behind, as the documentation shows it. */
export type OtherRoute = {
  method: "get" | "post"
  path: string
  id: string
  tag: string
  summary: string
  description?: string
  needs?: "bearer"
  body?: z.ZodType
  /** Status → what it means, and the shape of its JSON, if any. */
  answers: Record<number, string | { description: string; shape: z.ZodType }>
}

/** Puts a route into the OpenAPI document that answers by other means: better-auth, the provider's webhook, health. */
export function documentRoute(app: OpenAPIHono<Env>, route: OtherRoute): void {
  const responses = Object.fromEntries(
    Object.entries(route.answers).map(([status, answer]) => [
      status,
      typeof answer === "string"
        ? { description: answer }
        : { description: answer.description, content: { "application/json": { schema: answer.shape } } },
    ]),
  )
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: route.path,
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    security: route.needs ? [{ [route.needs]: [] }] : [],
    ...(route.body
      ? { request: { body: { required: true, content: { "application/json": { schema: route.body } } } } }
      : {}),
    responses,
  } as never)
}

const Part = z.object({ state: z.string(), reason: z.string().optional() })

/** Health and the provider's webhook. */
export function documentServer(app: OpenAPIHono<Env>): void {
  documentRoute(app, {
    method: "get",
    path: "/healthz",
    id: "getHealth",
    tag: "server",
    summary: "Whether the process lives, and that it is Casepost",
    answers: {
      200: {
        description: "It lives",
        shape: z.object({ status: z.literal("ok"), name: z.literal("Casepost"), version: z.string() }),
      },
    },
  })
  const Ready = z.object({ status: z.enum(["ready", "paused", "not-ready"]), database: Part, dispatcher: Part })
  documentRoute(app, {
    method: "get",
    path: "/readyz",
    id: "getReadiness",
    tag: "server",
    summary: "Whether the process can do its work, with reasons",
    description: "`paused`: the provider does not take mail now; what is sent waits, and everything else goes on.",
    answers: {
      200: { description: "It can answer", shape: Ready },
      503: { description: "The database does not answer", shape: Ready },
    },
  })
  documentRoute(app, {
    method: "post",
    path: "/webhooks/resend",
    id: "receiveProviderEvent",
    tag: "server",
    summary: "What the e-mail provider says happened to a mail",
    description:
      "Signed by Standard Webhooks (`svix-id`, `svix-timestamp`, `svix-signature`). Told twice it is stored once.",
    body: z.object({ type: z.string(), created_at: z.string(), data: z.looseObject({ email_id: z.string() }) }),
    answers: { 200: "Stored", 400: "Not an event", 401: "The signature is not right, or too old", 503: "Try again" },
  })
}
