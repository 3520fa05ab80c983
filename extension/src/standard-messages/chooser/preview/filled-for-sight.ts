import type { Facts } from "@casepost/shared/facts"
import { fillHtml } from "@casepost/shared/fill-placeholders"
import { type PlaceholderName, placeholders } from "@casepost/shared/placeholders"

type Text = { subject: string; bodyHtml: string }

/** Subject and text with the values of a case, each value marked, and what is missing named: to be shown, never to be sent. */
export function filledForSight({ subject, bodyHtml }: Text, facts: Facts): { subjectHtml: string; bodyHtml: string } {
  const filling = { facts, mark }
  return { subjectHtml: fillHtml(escaped(subject), filling).text, bodyHtml: fillHtml(bodyHtml, filling).text }
}

function mark(name: PlaceholderName, value: string | undefined): string {
  if (value === undefined) return `<mark data-missing="">${placeholders[name]} missing</mark>`
  return value.includes("<table>") ? value : `<mark>${value}</mark>`
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}
