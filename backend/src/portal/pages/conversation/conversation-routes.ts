import { CaseKind, type CaseRef } from "@casepost/shared/cases"
import { Id } from "@casepost/shared/contract"
import { Problem } from "@casepost/shared/problems"
import type { Hono } from "hono"
import type { Context, House } from "../../../context.ts"
import type { Env } from "../../../http/add-deed.ts"
import { requireCustomer } from "../../known-customer.ts"
import { listConversations } from "../../list-conversations.ts"
import { openConversation } from "../../open-conversation.ts"
import { readConversation } from "../../read-conversation.ts"
import { getPortalSession } from "../../session/get-portal-session.ts"
import { goTo, isReadersClick, type PortalRequest, showPage } from "../answers.ts"
import { withSession } from "../doors/notice-pages.ts"
import { conversationPath } from "./conversation-list.ts"
import { portalPage } from "./portal-page.ts"
import { postReply } from "./post-reply.ts"
import type { ReplyState } from "./reply-form.ts"

/** Reading and answering. */
export function conversationRoutes(app: Hono<Env>, house: House): void {
  app.get("/portal/conversations", withSession(house, showList))
  app.get("/portal/conversations/:kind/:id", withSession(house, showConversation))
  app.post("/portal/conversations/:kind/:id/replies", withSession(house, answer))
}

async function showList(request: PortalRequest, context: Context): Promise<Response> {
  const { scope, caseKind, caseId } = requireCustomer(context)
  // Taken away here too: the next click in the list is the reader's own.
  isReadersClick(request)
  if (scope === "conversation" && caseKind && caseId)
    return goTo(request, conversationPath({ caseRef: { kind: caseKind, id: caseId } }))
  const [session, list] = [await getPortalSession(context), await listConversations(context)]
  return showPage(request, portalPage({ session, list, now: context.now() }))
}

async function showConversation(request: PortalRequest, context: Context): Promise<Response> {
  const caseRef = caseOf(request)
  const page = await conversationPage(context, { caseRef, reply: { sent: request.req.query("sent") !== undefined } })
  // After the page was made, so that what is new to the reader still says so.
  if (isReadersClick(request)) await openConversation(context, caseRef)
  return showPage(request, page)
}

async function answer(request: PortalRequest, context: Context): Promise<Response> {
  const caseRef = caseOf(request)
  const refusal = await postReply(request, context, caseRef)
  if (!refusal) return goTo(request, `${conversationPath({ caseRef })}?sent#sent`)
  return showPage(request, await conversationPage(context, { caseRef, reply: refusal }), refusal.status)
}

async function conversationPage(context: Context, { caseRef, reply }: { caseRef: CaseRef; reply: ReplyState }) {
  const reading = await readConversation(context, caseRef)
  const [session, list] = [await getPortalSession(context), await listConversations(context)]
  return portalPage({ session, list, reading, reply, now: context.now() })
}

/** @throws Problem not-found for an address that cannot be a conversation's */
function caseOf(request: PortalRequest): CaseRef {
  const [kind, id] = [CaseKind.safeParse(request.req.param("kind")), Id.safeParse(request.req.param("id"))]
  if (!kind.success || !id.success) throw new Problem("not-found")
  return { kind: kind.data, id: id.data }
}
