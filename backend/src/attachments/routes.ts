import { deeds } from "@casepost/shared/attachments"
import { deeds as pdfDeeds } from "@casepost/shared/invoice-pdfs"
import { type Api, addDeed } from "../http/add-deed.ts"
import { deleteAttachment } from "./delete-attachment.ts"
import { addInvoicePdfs } from "./invoice-pdfs/add-invoice-pdfs.ts"
import { deleteInvoicePdf } from "./invoice-pdfs/delete-invoice-pdf.ts"
import { getInvoicePdf } from "./invoice-pdfs/get-invoice-pdf.ts"
import { putInvoicePdf } from "./invoice-pdfs/put-invoice-pdf.ts"
import { readAttachment } from "./read-attachment.ts"
import { uploadAttachment } from "./upload-attachment.ts"

export function attachmentRoutes(api: Api): void {
  addDeed(api, deeds.uploadAttachment, (context, { query, bytes }) =>
    uploadAttachment(context, { name: query.name, bytes }),
  )
  addDeed(api, deeds.readAttachment, (context, { params }) => readAttachment(context, params.id))
  addDeed(api, deeds.deleteAttachment, (context, { params }) => deleteAttachment(context, params.id))
  addDeed(api, pdfDeeds.putInvoicePdf, (context, { params, query, bytes }) =>
    putInvoicePdf(context, { invoiceId: params.id, name: query.name, bytes }),
  )
  addDeed(api, pdfDeeds.getInvoicePdf, (context, { params }) => getInvoicePdf(context, params.id))
  addDeed(api, pdfDeeds.deleteInvoicePdf, (context, { params }) => deleteInvoicePdf(context, params.id))
  addDeed(api, pdfDeeds.addInvoicePdfs, (context, { params, bytes }) =>
    addInvoicePdfs(context, { administrationId: params.id, bytes }),
  )
}
