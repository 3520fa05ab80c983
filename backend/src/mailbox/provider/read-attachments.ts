import type { MailAttachment } from "../mail.ts"
import { Refusal } from "./refusal.ts"

/** 40 MB after base64 (resend.com/docs/dashboard/emails/attachments). */
const mostEncodedBytes = 40_000_000

const typesByEnding: Record<string, string> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  zip: "application/zip",
}

/** Reads `attachments`: content as base64 text or as a list of bytes, or a `path`, which is noted and never fetched. */
export function readAttachments(value: unknown): { attachments: MailAttachment[]; contents: (Buffer | null)[] } {
  if (value === undefined || value === null) return { attachments: [], contents: [] }
  if (!Array.isArray(value)) throw new Refusal("validation_error", "The `attachments` field must be an array.")
  const read = value.map(readAttachment)
  const encoded = read.reduce((sum, { content }) => sum + Math.ceil((content?.length ?? 0) / 3) * 4, 0)
  if (encoded > mostEncodedBytes) {
    throw new Refusal("validation_error", "The attachments are larger than 40MB after Base64 encoding.")
  }
  return { attachments: read.map(({ attachment }) => attachment), contents: read.map(({ content }) => content) }
}

function readAttachment(value: unknown) {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>
  const path = typeof given.path === "string" && given.path !== "" ? given.path : null
  const content = path === null ? readContent(given.content) : null
  if (content === null && path === null) {
    throw new Refusal("invalid_attachment", "Attachment must have either a `content` or `path`.")
  }
  const filename = readLine(given.filename, "filename") ?? path?.split("/").at(-1)
  if (!filename) throw new Refusal("invalid_attachment", "Attachment must have a `filename`.")
  const ending = filename.split(".").at(-1)?.toLowerCase() ?? ""
  const attachment: MailAttachment = {
    filename,
    contentType: readLine(given.content_type, "content_type") ?? typesByEnding[ending] ?? "application/octet-stream",
    contentId: readLine(given.content_id, "content_id"),
    size: content?.length ?? 0,
    path,
  }
  return { attachment, content }
}

function readContent(value: unknown): Buffer | null {
  if (Array.isArray(value)) return Buffer.from(value as number[])
  if (typeof value !== "string" || value === "") return null
  if (value.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) {
    throw new Refusal("invalid_attachment", "Attachment `content` must be Base64.")
  }
  return Buffer.from(value, "base64")
}

function readLine(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== "string" || /[\r\n\0]/.test(value)) {
    throw new Refusal("invalid_attachment", `Attachment \`${field}\` must be a single line of text.`)
  }
  return value
}
