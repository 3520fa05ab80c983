import { Problem } from "@casepost/shared/problems"

export type Decoded = { text: string; encoding: "UTF-8" | "UTF-16" | "Windows-1252" }

/**
 * The text of a CSV file: by its byte order mark, else UTF-8 where all of it is, else Windows-1252, in which any bytes are text.
 * @throws Problem invalid for a workbook or another file that is no text
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Problem(
      "invalid",
      "This is an Excel workbook. Save it as CSV (File, Save as, CSV UTF-8) and choose that file.",
    )
  const decoded = decode(bytes)
  if (decoded.text.includes("\0"))
    throw new Problem("invalid", "This is not a text file. Export it as CSV and choose that file.")
  return decoded
}

function decode(bytes: Uint8Array): Decoded {
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  if (isLittleEndian || isBigEndian)
    return { text: new TextDecoder(isLittleEndian ? "utf-16le" : "utf-16be").decode(bytes), encoding: "UTF-16" }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" }
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" }
  }
}
