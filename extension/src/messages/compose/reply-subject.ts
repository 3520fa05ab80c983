/** The subject of an answer: `Re: …`, once, whatever language the mark in front was in. */
export function replySubject(subject: string | undefined): string {
  if (!subject) return ""
  return /^\s*(re|antw|aw|rép|rif)\s*:/i.test(subject) ? subject.trim() : `Re: ${subject.trim()}`
}
