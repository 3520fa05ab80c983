import { mostFileBytes } from "@casepost/shared/attachments"
import type { CaseRef } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { PortalMessage } from "@casepost/shared/portal"
import { html } from "hono/html"
import { words } from "../../words/words.ts"
import { icon } from "../look/icons.ts"
import type { Html } from "../page-frame.ts"
import { conversationPath } from "./conversation-list.ts"

export type ReplyState = {
  /** What was typed before the page was refused, so that nothing is lost. */
  text?: string
  refused?: string
  sent?: boolean
}

/** Where the customer answers: an ordinary form, so that it works without a script. Its key makes a second click the same reply. */
export function replyForm(
  messages: PortalMessage[],
  at: { language: Language; caseRef: CaseRef; csrfToken: string; creditorName: string; state: ReplyState },
): Html {
  const { language, caseRef, csrfToken, creditorName, state } = at
  const text = words[language]
  const author = messages.findLast(message => message.direction === "outgoing")?.authorName ?? creditorName
  return html`<form class="reply" method="post" enctype="multipart/form-data" action="${conversationPath({ caseRef })}/replies" aria-label="${text.replyLabel}"
    data-sending="${text.sending}" data-remove="${text.removeFile("{name}")}" data-too-large="${text.fileTooLarge("{name}")}" data-most="${mostFileBytes}">
    <input type="hidden" name="csrf" value="${csrfToken}">
    <input type="hidden" name="key" value="${crypto.randomUUID()}">
    ${state.sent ? html`<p class="notice good" id="sent" role="status" tabindex="-1">${icon("check")}<span><strong>${text.sentTitle}</strong> ${text.sentText(creditorName)}</span></p>` : ""}
    <p class="notice bad" id="refused" role="alert" ${state.refused ? "" : html`hidden`}>${icon("alert")}<span>${state.refused ?? ""}</span></p>
    <div class="box">
      <textarea name="text" rows="1" maxlength="20000" required aria-label="${text.replyLabel}" placeholder="${text.replyTo(author)}" data-short="${text.replyToShort(author.split(" ")[0] ?? author)}">${state.text ?? ""}</textarea>
      <ul class="chosen" hidden></ul>
      <div class="tools">
        <label class="add">${icon("clip")}<span class="add-words">${text.addFile}</span><input type="file" name="files" multiple aria-describedby="up-to"></label>
        <span class="hint" id="up-to">${text.upTo}</span>
        <button class="button primary send"><span class="send-words">${text.sendReply}</span>${icon("up")}</button>
      </div>
    </div>
  </form>`
}
