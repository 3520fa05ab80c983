import { mostFileBytes, mostMailBytes } from "@casepost/shared/attachments"
import { formatSize } from "@casepost/shared/formats"

/** What files say. */
export const words = {
  attach: "Attach a file",
  attachments: "Attachments",
  dropHere: "Drop the files here",
  remove: (name: string) => `Remove ${name}`,
  uploading: (sent: string, whole: string) => `${sent} of ${whole}`,
  uploaded: (name: string) => `${name} attached`,
  queued: "Waiting",
  tryAgain: "Try again",
  failed: "Not uploaded. The connection dropped.",
  tooLarge: (name: string, size: number) =>
    `${name} is ${formatSize(size, "en")}. The limit is ${formatSize(mostFileBytes, "en")}.`,
  tooLargeTogether: (size: number) =>
    `The files are ${formatSize(size, "en")} together. The limit is ${formatSize(mostMailBytes, "en")}.`,
  tooMany: (most: number) => `At most ${most} files go with one message.`,
  empty: (name: string) => `${name} is empty.`,
  total: (size: string) => `${size} of ${formatSize(mostMailBytes, "en")}`,
  download: (name: string, size: string) => `Download ${name}, ${size}`,
  notDownloaded: (name: string) => `${name} could not be downloaded.`,
  someRefused: "A file could not be attached. Remove it, or try again.",
} as const
