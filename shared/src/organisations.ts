import * as z from "zod"
import { deed, Id } from "./contract.ts"

/** Languages of messages, mails and portal. The staff's own screens are in English. */
export const languages = ["nl", "en", "de", "fr"] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

export const Administration = z
  .object({
    id: Id,
    name: z.string(),
    senderName: z.string().describe("As customers know it: `Van der Meer Bouwmaterialen`"),
    senderAddress: z.string().describe("Mails come from here"),
    replyAddress: z.string().describe("Replies by e-mail go here until an inbound domain is configured"),
    timeZone: z.string().describe("IANA, for days overdue, reminders and scheduling"),
    defaultLanguage: Language,
    fallbackLanguage: Language,
    brandColour: z.string().describe("`#17594A`"),
    asOf: z.string().nullable().describe("When case data last came in"),
    openCases: z.number().int().nullable().describe("Its open invoices; `null` unless they were asked for"),
  })
  .meta({ id: "Administration" })
export type Administration = z.infer<typeof Administration>

export const deeds = {
  listAdministrations: deed({
    id: "listAdministrations",
    method: "get",
    path: "/api/v1/administrations",
    access: "signed-in",
    summary: "The administrations one has a right in",
    description: "`openCases=true` counts the open invoices of each, in one query more.",
    query: z.object({ openCases: z.enum(["true", "false"]).default("false") }),
    answer: z.object({ administrations: z.array(Administration) }),
  }),
}
