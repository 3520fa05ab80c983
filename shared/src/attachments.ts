import * as z from "zod"
import { deed, Id } from "./contract.ts"

/** Bytes of one file: 20 MB. */
export const mostFileBytes = 20 * 1024 * 1024
/** Bytes of all files of one mail before base64: 25 MB (Resend takes 40 MB after base64). */
export const mostMailBytes = 25 * 1024 * 1024

export const Attachment = z
  .object({
    id: Id,
    name: z.string(),
    contentType: z.string(),
    size: z.number().int().describe("Bytes"),
  })
  .meta({ id: "Attachment" })
export type Attachment = z.infer<typeof Attachment>

export const deeds = {
  uploadAttachment: deed({
    id: "uploadAttachment",
    method: "post",
    path: "/api/v1/attachments",
    access: "signed-in",
    summary: "Upload a file for a draft; the request body is the file",
    description: "At most 20 MB. The type is read from the bytes, not from the name; programs and scripts are refused.",
    query: z.object({ name: z.string().min(1).max(255) }),
    bytes: "request",
    answer: Attachment,
    status: 201,
    problems: ["too-large", "attachment-refused"],
  }),
  readAttachment: deed({
    id: "readAttachment",
    method: "get",
    path: "/api/v1/attachments/{id}",
    access: "signed-in",
    summary: "Download a file that one may see",
    params: z.object({ id: Id }),
    bytes: "answer",
  }),
  deleteAttachment: deed({
    id: "deleteAttachment",
    method: "delete",
    path: "/api/v1/attachments/{id}",
    access: "signed-in",
    summary: "Throw away a file that was not sent",
    params: z.object({ id: Id }),
  }),
}
