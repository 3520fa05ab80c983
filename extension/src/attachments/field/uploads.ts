import { type Attachment, mostFileBytes, mostMailBytes } from "@casepost/shared/attachments"
import { words } from "../words"

/** Files one message may carry. */
export const mostFiles = 20

/** A file of a message that is being written, and how far it is. */
export type Upload = { key: string; name: string; size: number } & (
  | { state: "queued" | "uploading"; file: File; sent: number }
  | { state: "failed"; file: File; why: string }
  | { state: "refused"; why: string }
  | { state: "done"; attachment: Attachment }
)

/** Why a file is refused before it is sent anywhere; undefined when it may go. */
export function whyRefused(file: { name: string; size: number }, others: readonly Upload[]): string | undefined {
  if (file.size === 0) return words.empty(file.name)
  if (file.size > mostFileBytes) return words.tooLarge(file.name, file.size)
  const together = totalSize(others) + file.size
  if (together > mostMailBytes) return words.tooLargeTogether(together)
  return countedFiles(others).length >= mostFiles ? words.tooMany(mostFiles) : undefined
}

/** Bytes of the files that will go along. */
export function totalSize(uploads: readonly Upload[]): number {
  return countedFiles(uploads).reduce((sum, upload) => sum + upload.size, 0)
}

/** Why a message cannot be sent with these files; undefined when they are there, or on their way. */
export function whyNotReady(uploads: readonly Upload[]): string | undefined {
  if (uploads.some(upload => upload.state === "failed" || upload.state === "refused")) return words.someRefused
  return undefined
}

function countedFiles(uploads: readonly Upload[]): Upload[] {
  return uploads.filter(upload => upload.state !== "refused")
}
