import { deeds } from "@casepost/shared/attachments"
import { type Api, addDeed } from "../http/add-deed.ts"
import { deleteAttachment } from "./delete-attachment.ts"
import { readAttachment } from "./read-attachment.ts"
import { uploadAttachment } from "./upload-attachment.ts"

export function attachmentRoutes(api: Api): void {
  addDeed(api, deeds.uploadAttachment, (context, { query, bytes }) =>
    uploadAttachment(context, { name: query.name, bytes }),
  )
  addDeed(api, deeds.readAttachment, (context, { params }) => readAttachment(context, params.id))
  addDeed(api, deeds.deleteAttachment, (context, { params }) => deleteAttachment(context, params.id))
}
