import { type Attachment, deeds } from "@casepost/shared/attachments"
import { upload } from "../api/upload"

type Uploading = { signal: AbortSignal; onProgress: (sentBytes: number) => void }

/** Uploads a file for a draft. @throws Refusal `too-large`, `attachment-refused`, `unreachable` */
export function uploadAttachment(file: File, { signal, onProgress }: Uploading): Promise<Attachment> {
  const name = file.name.slice(0, 255) || "file"
  return upload(deeds.uploadAttachment, { query: { name } }, { bytes: file, signal, onProgress })
}
