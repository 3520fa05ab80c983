import type { Language } from "@casepost/shared/organisations"

/** A subject (none: choosing it leaves the subject as it is) and paragraphs with placeholders. */
export type StandardText = { subject: string | null; paragraphs: string[] }

/** One of the demo's standard messages, and in which of its administrations it stands. */
export type DemoStandardMessage = {
  description: string
  in: ("nl" | "be" | "rental")[]
  texts: Partial<Record<Language, StandardText>>
  /** Relations by their key in `people`. */
  cc?: string[]
  bcc?: string[]
  invoicePdf?: true
  paymentDetails?: true
  /** How often, and how many days ago last. */
  used?: { uses: number; days: number }
  archived?: true
}

export const text = (subject: string | null, ...paragraphs: string[]): StandardText => ({ subject, paragraphs })
