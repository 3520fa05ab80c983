import { crc32 } from "node:zlib"
import { mostFileBytes } from "@casepost/shared/attachments"
import { mostUnpackedBytes, mostZipBytes, mostZipFiles } from "@casepost/shared/invoice-pdfs"
import { Problem } from "@casepost/shared/problems"
import yauzl, { type Entry, type ZipFile } from "yauzl"
import { megabytes } from "../accept-file.ts"

/** A file in a ZIP: its path there, and why it cannot be read, or how. */
export type ZippedFile = { name: string } & ({ refused: string } | { read: () => Promise<Uint8Array> })

/** How many times smaller a file may be packed before it counts as a bomb; PDFs are packed inside already. */
const mostRatio = 100
const looksPacked = 1024 * 1024
/** Entries that are looked at, folders and what is ignored among them. */
const mostEntries = mostZipFiles * 4

/**
 * The files of a ZIP from outside, without its folders and what operating systems add. Nothing is unpacked yet; a file is unpacked one at
 * a time, and never to more than its directory says (yauzl checks that while it unpacks).
 * @throws Problem unsupported-media-type (no ZIP, or a broken one), too-large
 */
export async function readZip(bytes: Uint8Array): Promise<ZippedFile[]> {
  if (bytes.byteLength > mostZipBytes)
    throw new Problem("too-large", `A ZIP can be at most ${megabytes(mostZipBytes)}.`)
  const files: ZippedFile[] = []
  let unpacked = 0
  const entries = await entriesOf(bytes)
  if (entries.length > mostEntries)
    throw new Problem("too-large", `This ZIP holds more than ${mostEntries} files and folders. Make several.`)
  for (const { zip, entry } of entries) {
    const name = nameOf(entry)
    if (isIgnored(name)) continue
    unpacked += entry.uncompressedSize
    const refused = refusalOf(entry, name)
    files.push(refused ? { name, refused } : { name, read: () => unpack(zip, entry, name) })
  }
  if (files.length > mostZipFiles)
    throw new Problem(
      "too-large",
      `This ZIP holds ${files.length} files; at most ${mostZipFiles} are taken at once. Make several.`,
    )
  if (unpacked > mostUnpackedBytes)
    throw new Problem(
      "too-large",
      `Unpacked this ZIP is ${megabytes(unpacked)}; at most ${megabytes(mostUnpackedBytes)} is taken.`,
    )
  return files
}

async function entriesOf(bytes: Uint8Array): Promise<{ zip: ZipFile; entry: Entry }[]> {
  const entries: { zip: ZipFile; entry: Entry }[] = []
  try {
    // Names as bytes: a path that leads out of the ZIP refuses its file and not all others.
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      autoClose: false,
    })
    for await (const entry of zip.eachEntry()) {
      entries.push({ zip, entry })
      if (entries.length > mostEntries) break
    }
  } catch {
    throw new Problem(
      "unsupported-media-type",
      "This is no ZIP file, or it is damaged. Make it again and send it once more.",
    )
  }
  return entries
}

function nameOf(entry: Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

/** Folders, and what macOS and Windows put beside people's files. */
function isIgnored(name: string): boolean {
  const last = name.split("/").at(-1) ?? ""
  return last === "" || name.startsWith("__MACOSX/") || /^(\._.*|\.ds_store|thumbs\.db|desktop\.ini)$/i.test(last)
}

function refusalOf(entry: Entry, name: string): string | undefined {
  if (yauzl.validateFileName(name)) return "Its path leads out of the ZIP."
  if (entry.isEncrypted()) return "It is locked with a password. Pack it without."
  if (!entry.canDecodeFileData()) return "It is packed in a way that cannot be read. Pack it as an ordinary ZIP."
  if (entry.uncompressedSize > mostFileBytes)
    return `It is ${megabytes(entry.uncompressedSize)}; a file can be at most ${megabytes(mostFileBytes)}.`
  if (entry.uncompressedSize > looksPacked && entry.uncompressedSize > entry.compressedSize * mostRatio)
    return "It unpacks to far more than it is: that is no invoice."
  return undefined
}

/** @throws Problem attachment-refused for a file that is not what the ZIP's directory says */
async function unpack(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  try {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    if (crc32(bytes) === entry.crc32) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch {
    // Falls through to the same refusal: broken, or more than it said.
  }
  throw new Problem("attachment-refused", `${name} is damaged in the ZIP.`)
}
