import type { App } from "@casepost/backend/app"
import type { customers } from "@casepost/backend/cases/tables"
import type { House } from "@casepost/backend/context"
import { addPortalLinks, portalLinkUrl } from "@casepost/backend/delivery/portal-link"
import { recipients } from "@casepost/backend/messages/tables"
import type { CaseRef } from "@casepost/shared/cases"
import { and, eq } from "drizzle-orm"
import { makeCustomer, makeInvoice, makeWorld, type World } from "./make.ts"
import { leave, writeMessage } from "./write.ts"

/** A customer with one invoice and one message about it in her portal. */
export type PortalWorld = World & {
  customerId: string
  customerNumber: string
  invoice: { id: string; number: string }
  caseRef: CaseRef
  messageId: string
  /** The To of the message. */
  recipientId: string
}

export const customersAddress = "info@jansen.example"

export async function makePortalWorld(
  house: House,
  values: Partial<typeof customers.$inferInsert> = {},
): Promise<PortalWorld> {
  const world = await makeWorld(house)
  const customer = await makeCustomer(house, world, { address: customersAddress, postcode: "3542 AD", ...values })
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  const caseRef = { kind: "invoice" as const, id: invoice.id }
  const messageId = await sentMessage(world, caseRef)
  const recipientId = await toOf(house, messageId)
  return {
    ...world,
    customerId: customer.id,
    customerNumber: customer.number,
    invoice,
    caseRef,
    messageId,
    recipientId,
  }
}

/** A message that has left. */
export async function sentMessage(
  world: World,
  caseRef: CaseRef,
  values: Parameters<typeof writeMessage>[2] = {},
): Promise<string> {
  const sent = await writeMessage(world.standard, caseRef, values)
  await leave(world.standard, sent.id)
  return sent.id
}

export async function toOf(house: House, messageId: string): Promise<string> {
  const [row] = await house.database.owner
    .select({ id: recipients.id })
    .from(recipients)
    .where(and(eq(recipients.messageId, messageId), eq(recipients.role, "to")))
  return row?.id ?? ""
}

/** The path behind the button of the customer's mail, as the dispatcher would have made it. */
export async function mailedLink(
  house: House,
  world: PortalWorld,
  values: Partial<Parameters<typeof addPortalLinks>[2][number]> = {},
): Promise<{ id: string; path: string }> {
  const { organisationId, administrationId, customerId, caseRef, messageId, recipientId } = world
  const [id = ""] = await addPortalLinks(house.database.owner, house.now(), [
    {
      organisationId,
      administrationId,
      customerId,
      caseKind: caseRef.kind,
      caseId: caseRef.id,
      messageId,
      recipientId,
      address: customersAddress,
      personName: "Peter Jansen",
      language: "en",
      recorded: true,
      ...values,
    },
  ])
  return { id, path: new URL(portalLinkUrl(house.config, id)).pathname }
}

export type Visit = { status: number; text: string; headers: Headers; cookie: string; csrf: string; location: string }

/** One request of a browser: what came back, and the cookies it holds afterwards. */
export async function visit(
  app: App,
  path: string,
  by: { cookie?: string; form?: Record<string, string> | FormData; headers?: Record<string, string> } = {},
): Promise<Visit> {
  const { cookie = "", form, headers = {} } = by
  const answer = await app.request(path, {
    method: form ? "POST" : "GET",
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(form ? { body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
  })
  const text = await answer.text()
  const csrf = /data-csrf="([^"]+)"/.exec(text)?.[1] ?? ""
  return {
    status: answer.status,
    text,
    headers: answer.headers,
    cookie: withCookies(cookie, answer.headers),
    csrf,
    location: answer.headers.get("location") ?? "",
  }
}

/** Opens a mailed link as a reader does: looks, presses "View message", and follows to the conversation. */
export async function enterByLink(app: App, path: string): Promise<Visit> {
  const pressed = await visit(app, path, { form: {} })
  return visit(app, pressed.location, { cookie: pressed.cookie })
}

/** What a browser says about a click on a link of the same page (Fetch Metadata). */
export const readersClick = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate", "sec-fetch-user": "?1" }

function withCookies(held: string, headers: Headers): string {
  const jar = new Map(
    held
      .split("; ")
      .filter(Boolean)
      .map(pair => pair.split("=") as [string, string]),
  )
  for (const line of headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=")
    if (/max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
}
