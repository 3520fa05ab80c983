import { deeds } from "@casepost/shared/portal"
import { Problem } from "@casepost/shared/problems"
import { type Api, addDeed } from "../http/add-deed.ts"
import { listConversations } from "./list-conversations.ts"
import { openMessage } from "./open-message.ts"
import { readConversation } from "./read-conversation.ts"
import { readPortalAttachment } from "./read-portal-attachment.ts"
import { replyToMessage } from "./reply-to-message.ts"
import { revokePortalLinks } from "./revoke-portal-links.ts"
import { getPortalSession } from "./session/get-portal-session.ts"

/** The portal's API, for a creditor's own pages around it; the cookie opens it, and nothing else does. */
export function portalRoutes(api: Api): void {
  addDeed(api, deeds.getPortalSession, async context => {
    const { creditor: _, ...session } = await getPortalSession(context)
    return session
  })
  addDeed(api, deeds.listPortalConversations, context => listConversations(context))
  addDeed(api, deeds.readPortalConversation, (context, { params }) => readConversation(context, params))
  addDeed(api, deeds.openPortalMessage, async (context, { params }) => openMessage(context, params.id))
  addDeed(api, deeds.replyToMessage, (context, { params, body }) =>
    replyToMessage(context, {
      caseRef: params,
      text: body.text,
      attachments: body.attachments.map(({ name, contentBase64 }) => ({ name, bytes: bytesOf(name, contentBase64) })),
    }),
  )
  addDeed(api, deeds.revokePortalLinks, (context, { params }) => revokePortalLinks(context, params.id))
  addDeed(api, deeds.readPortalAttachment, (context, { params }) => readPortalAttachment(context, params.id))
}

function bytesOf(name: string, base64: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    throw new Problem("invalid", `The content of ${name} is not base64.`, {
      fields: [{ path: "attachments", detail: "contentBase64 takes base64 (RFC 4648 section 4) without line breaks." }],
    })
  return new Uint8Array(Buffer.from(base64, "base64"))
}
