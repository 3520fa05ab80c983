import { rightCovers } from "@casepost/shared/access"
import { normaliseAddress } from "@casepost/shared/addresses"
import { mostMailBytes } from "@casepost/shared/attachments"
import type { BulkCheck, BulkContent } from "@casepost/shared/bulk-messages"
import { formatTimeOf } from "@casepost/shared/formats"
import type { Language } from "@casepost/shared/organisations"
import { isPlaceholder, placeholders } from "@casepost/shared/placeholders"
import { rightIn } from "../../access/require-right.ts"
import { languageOf } from "../../cases/language-of.ts"
import type { Context } from "../../context.ts"
import { type FilledContent, fillContent } from "../../messages/sending/fill-content.ts"
import { whySuppressed } from "../../relations/known-addresses.ts"
import type { Chosen } from "./read-chosen.ts"
import { type BulkText, textFor } from "./text-for.ts"

/** What would become of a case now. */
export type Judged = {
  check: BulkCheck
  /** Placeholder names, or `invoice-pdf`. */
  missing: string[]
  /** In words, where something stands in the way. */
  reason: string | null
  language: Language
  address: string | null
  text: BulkText | undefined
  filled: FilledContent | undefined
}

/** Checks that let a message be made; of a suppressed address nothing is mailed, but it stands in the portal. */
export const goingOut: readonly BulkCheck[] = ["ready", "portal-only", "suppressed"]

/** Texts are cleaned before. `bytes`: of the files in every message. */
export type JudgedBy = { content: BulkContent; bytes: number }

/** Decides about one case, as the author of the bulk message may and as everything stands now. The first thing in the way is the one that is said. */
export function judgeCase(context: Context, chosen: Chosen, { content, bytes }: JudgedBy): Judged {
  const { row, now, facts, administration } = chosen
  const language = facts?.language ?? languageOf({ administration })
  const address = now?.address ? normaliseAddress(now.address) : null
  const text = textFor(content.texts, language, administration)
  const filled =
    text && facts ? fillContent({ ...text, facts, ...(row.values ? { given: row.values } : {}) }) : undefined
  const judged = { missing: [] as string[], language, address, text, filled }
  const at = () => formatTimeOf(context.now(), "en", administration.timeZone)
  const stopped = (check: BulkCheck, reason: string, missing: string[] = []) => ({ ...judged, check, reason, missing })
  if (!now || !facts) return stopped("settled", "It is not in Casepost any more")
  if (!rightCovers(rightIn(context, row.administrationId), "standard"))
    return stopped("no-right", `No right to message customers of ${administration.name}`)
  if (now.state !== null && now.state !== "open")
    return stopped("settled", `${settled(row.caseKind, now.state)}, ${at()}`)
  if (now.doNotMessage !== null)
    return stopped("do-not-message", `Marked “do not message”, ${at()}: ${now.doNotMessage}`)
  const missing = [
    ...(filled?.missing ?? []),
    ...(content.attachInvoicePdf && row.caseKind === "invoice" && !now.hasPdf ? ["invoice-pdf"] : []),
  ]
  if (missing.length > 0) return stopped("missing", missingWords(missing), missing)
  if (content.attachInvoicePdf && bytes + now.pdfBytes > mostMailBytes)
    return stopped("missing", "Attachments over 25 MB", ["invoice-pdf"])
  if (address === null) return { ...judged, check: "portal-only", reason: null }
  if (now.suppressed !== null) return { ...judged, check: "suppressed", reason: whySuppressed(address, now.suppressed) }
  return { ...judged, check: "ready", reason: null }
}

function settled(kind: string, state: string): string {
  if (kind === "matter") return "Closed"
  return state === "paid" ? "Paid" : "Settled"
}

/** `Contact name and Due date missing` */
export function missingWords(names: readonly string[]): string {
  const labels = names.map(name => (isPlaceholder(name) ? placeholders[name] : "Invoice PDF"))
  return `${new Intl.ListFormat("en", { type: "conjunction" }).format(labels)} missing`
}
