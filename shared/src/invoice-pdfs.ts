import * as z from "zod"
import { Attachment } from "./attachments.ts"
import { ById, deed, Id } from "./contract.ts"

/** Bytes of a ZIP of invoice PDFs, and of all it holds once unpacked; each PDF is a file like any other (20 MB). */
export const mostZipBytes = 100 * 1024 * 1024
export const mostUnpackedBytes = 500 * 1024 * 1024
/** Files a ZIP may hold. */
export const mostZipFiles = 5_000

export const PdfOutcome = z
  .object({
    name: z.string().describe("In the ZIP, with its folders"),
    number: z.string().nullable().describe("Of the invoice it belongs to"),
    outcome: z.enum(["added", "replaced", "unchanged", "refused"]),
    detail: z.string().nullable().describe("Why it was refused"),
  })
  .meta({ id: "PdfOutcome" })
export type PdfOutcome = z.infer<typeof PdfOutcome>

export const deeds = {
  putInvoicePdf: deed({
    id: "putInvoicePdf",
    method: "put",
    path: "/api/v1/invoices/{id}/pdf",
    access: "administrator",
    summary: "Give an invoice its PDF; the request body is the file",
    description: "An invoice has at most one: this replaces it. Messages that were sent keep theirs.",
    params: ById,
    query: z.object({ name: z.string().min(1).max(255).optional().describe("Without: the invoice's number") }),
    bytes: "request",
    answer: Attachment,
    problems: ["too-large", "attachment-refused"],
  }),
  getInvoicePdf: deed({
    id: "getInvoicePdf",
    method: "get",
    path: "/api/v1/invoices/{id}/pdf",
    access: "restricted",
    summary: "Download an invoice's PDF",
    params: ById,
    bytes: "answer",
  }),
  deleteInvoicePdf: deed({
    id: "deleteInvoicePdf",
    method: "delete",
    path: "/api/v1/invoices/{id}/pdf",
    access: "administrator",
    summary: "Take an invoice's PDF away; messages that were sent keep it",
    params: ById,
  }),
  addInvoicePdfs: deed({
    id: "addInvoicePdfs",
    method: "post",
    path: "/api/v1/administrations/{id}/invoice-pdfs",
    access: "administrator",
    summary: "Give many invoices their PDFs: the request body is a ZIP, each file named after an invoice number",
    description:
      "`VF-2026-04183.pdf`, `Invoice VF-2026-04183 Jansen.pdf`, in folders or not; also with the API key of the administration. One file that is refused refuses no other. At most 100 MB and 5,000 files.",
    params: z.object({ id: Id }),
    bytes: "request",
    answer: z.object({ files: z.array(PdfOutcome) }),
    problems: ["too-large", "attachment-refused", "unsupported-media-type"],
  }),
}
