import { buffer } from "node:stream/consumers"
import { ZipFile } from "yazl"

/** A ZIP of these files, by their paths. */
export async function makeZip(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream))
}

/** A small PDF that says something. */
export function pdfOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`))
}
