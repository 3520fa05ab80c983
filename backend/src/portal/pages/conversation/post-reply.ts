import type { CaseRef } from "@casepost/shared/cases"
import { canBeSeen } from "@casepost/shared/contract"
import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../../context.ts"
import { storable } from "../../../http/storable.ts"
import { requireCsrfToken, requireCustomer } from "../../known-customer.ts"
import { openConversation } from "../../open-conversation.ts"
import { type ReplyInput, replyToMessage } from "../../reply-to-message.ts"
import { words } from "../../words/words.ts"
import type { PortalRequest } from "../answers.ts"
import type { ReplyState } from "./reply-form.ts"

const mostCharacters = 20_000

export type ReplyRefusal = ReplyState & { refused: string; status: 403 | 413 | 415 | 422 | 429 | 503 }

/** Takes the reply form. Gives nothing when the reply was sent, else what to say and what had been typed. @throws Problem not-found */
export async function postReply(
  request: PortalRequest,
  context: Context,
  caseRef: CaseRef,
): Promise<ReplyRefusal | undefined> {
  const form = await readForm(request)
  const field = (name: string) => String(form.get(name) ?? "")
  const text = storable(field("text")).replace(/\r\n?/g, "\n").trim()
  const chosen = form.getAll("files").filter(file => file instanceof File && file.name !== "") as File[]
  try {
    requireCsrfToken(context, field("csrf"))
    if (!canBeSeen(text) || text.length > mostCharacters) throw new Problem("invalid")
    const attachments = []
    for (const file of chosen) attachments.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    await sendOnce(context, { caseRef, text, attachments, key: field("key") })
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error
    return refusal(context, { problem: error, text, hadFiles: chosen.length > 0 })
  }
  await openConversation(context, caseRef)
  return undefined
}

/** What is no form, or ended half-way, is an empty one: without its token it is refused as too old, not answered as a bug of ours. */
function readForm(request: PortalRequest): Promise<FormData> {
  return request.req.formData().catch(error => {
    if (error instanceof TypeError) return new FormData()
    throw error
  })
}

/** A second click while the first is at work waits for it, for the browser shows what the last request says. */
async function sendOnce(context: Context, reply: ReplyInput): Promise<void> {
  for (let wait = 0; wait < 20; wait++) {
    try {
      await replyToMessage(context, reply)
      return
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "in-progress") throw error
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  }
  throw new Problem("in-progress")
}

function refusal(
  context: Context,
  { problem, text, hadFiles }: { problem: Problem; text: string; hadFiles: boolean },
): ReplyRefusal {
  const language = requireCustomer(context).language as keyof typeof words
  const { replyRefused, filesAgain } = words[language]
  const [said, status] = (() => {
    if (problem.code === "wrong-csrf-token") return [replyRefused.tooOld, 403] as const
    if (problem.code === "too-large") return [replyRefused.tooLarge, 413] as const
    if (problem.code === "attachment-refused") return [replyRefused.fileRefused, 415] as const
    if (problem.code === "too-many") return [replyRefused.tooMany, 429] as const
    if (problem.code !== "invalid") return [replyRefused.other, 503] as const
    if (!canBeSeen(text)) return [replyRefused.empty, 422] as const
    if (text.length > mostCharacters) return [replyRefused.tooLong, 422] as const
    return [replyRefused.other, 422] as const
  })()
  return { text, refused: hadFiles ? `${said} ${filesAgain}` : said, status }
}
