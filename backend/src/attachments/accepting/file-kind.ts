import { extensionOf } from "./safe-name.ts"

const pdf = "application/pdf"

type Signature = { at?: number; bytes: number[] | string; contentType: string }

/** First bytes of what is attached to business mail (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const signatures: Signature[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], contentType: "image/png" },
  { bytes: [0xff, 0xd8, 0xff], contentType: "image/jpeg" },
  { bytes: "GIF8", contentType: "image/gif" },
  { at: 8, bytes: "WEBP", contentType: "image/webp" },
  { at: 4, bytes: "ftyphe", contentType: "image/heic" },
  { at: 4, bytes: "ftypmif1", contentType: "image/heic" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], contentType: "image/tiff" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], contentType: "image/tiff" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], contentType: "application/zip" },
  { bytes: [0x50, 0x4b, 0x05, 0x06], contentType: "application/zip" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], contentType: "application/x-cfb" },
  { bytes: "{\\rtf", contentType: "application/rtf" },
  { at: 4, bytes: "ftyp", contentType: "video/mp4" },
]

const office = "application/vnd.openxmlformats-officedocument"
const openDocument = "application/vnd.oasis.opendocument"

const zip = "application/zip"
const compound = "application/x-cfb"
/** With a password an Office file becomes a compound file. */
const officeFile = [zip, compound]

/** What a name may claim, and which first bytes may stand behind the claim; left out: those of the type itself. */
const claims: Record<string, { contentType: string; within?: string[] }> = {
  pdf: { contentType: pdf },
  png: { contentType: "image/png" },
  jpg: { contentType: "image/jpeg" },
  jpeg: { contentType: "image/jpeg" },
  gif: { contentType: "image/gif" },
  webp: { contentType: "image/webp" },
  heic: { contentType: "image/heic" },
  tif: { contentType: "image/tiff" },
  tiff: { contentType: "image/tiff" },
  zip: { contentType: zip },
  rtf: { contentType: "application/rtf" },
  docx: { contentType: `${office}.wordprocessingml.document`, within: officeFile },
  xlsx: { contentType: `${office}.spreadsheetml.sheet`, within: officeFile },
  pptx: { contentType: `${office}.presentationml.presentation`, within: officeFile },
  odt: { contentType: `${openDocument}.text`, within: [zip] },
  ods: { contentType: `${openDocument}.spreadsheet`, within: [zip] },
  msg: { contentType: "application/vnd.ms-outlook", within: [compound] },
}

/** Text has no first bytes of its own; its name says which text it is. */
const texts: Record<string, string> = {
  txt: "text/plain",
  csv: "text/csv",
  xml: "application/xml",
  json: "application/json",
  eml: "message/rfc822",
  ics: "text/calendar",
  vcf: "text/vcard",
  md: "text/plain",
}

export type FileKind = { contentType: string; claimed: string | undefined }

/** What the bytes are, and the kind its name claims where that is another one. A `.docx` is a ZIP inside and counts as what it says. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(name)
  // The others first: a ZIP may hold a PDF in its first bytes, and is still a ZIP.
  const found =
    signatures.find(signature => startsWith(bytes, signature))?.contentType ?? (isPdf(bytes) ? pdf : undefined)
  const claim = claims[extension]
  if (claim) {
    const kept = found !== undefined && (claim.within ?? [claim.contentType]).includes(found)
    return kept
      ? { contentType: claim.contentType, claimed: undefined }
      : { contentType: found ?? "application/octet-stream", claimed: extension }
  }
  if (found) return { contentType: found, claimed: undefined }
  const text = isText(bytes) ? (texts[extension] ?? "text/plain") : undefined
  return { contentType: text ?? "application/octet-stream", claimed: undefined }
}

/** The first bytes as text, one character a byte. */
export function beginningOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString("latin1")
}

function startsWith(bytes: Uint8Array, { at = 0, bytes: expected }: Signature): boolean {
  const wanted = typeof expected === "string" ? Buffer.from(expected, "latin1") : Buffer.from(expected)
  return Buffer.from(bytes.subarray(at, at + wanted.length)).equals(wanted)
}

/** Its header may stand anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1). */
function isPdf(bytes: Uint8Array): boolean {
  return beginningOf(bytes, 1024).includes("%PDF-")
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0)
}
