/** The subject of an answer: `Re: …`, once, whatever language the mark in front was in. */
export function replySubject(subject: string | undefined): string {
  if (!subject) return ""
  return isReplySubject(subject) ? subject.trim() : `Re: ${subject.trim()}`
}

/** Whether a subject carries on a conversation. */
export function isReplySubject(subject: string): boolean {
  return /^\s*(re|antw|aw|rép|rif)\s*:/i.test(subject)
}
