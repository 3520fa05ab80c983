import type { House } from "../../context.ts"
import { hash } from "../../secrets.ts"
import { fillLinks, readFileMark, type WireMail } from "../freezing/marks.ts"
import type { ClaimedBatch } from "./claim-batch.ts"

/** A file that a frozen mail needs is not there, or is not what it was. */
export class FileGone extends Error {}

/** The body for the wire: the frozen one with its links and files filled in. The same at every try. @throws FileGone */
export async function fillBody(house: House, batch: ClaimedBatch): Promise<WireMail | WireMail[]> {
  const frozen = JSON.parse(batch.body) as WireMail | WireMail[]
  if (Array.isArray(frozen)) return frozen.map((mail, index) => fill(house, mail, batch.mails[index]))
  const mail = fill(house, frozen, batch.mails[0])
  if (!mail.attachments) return mail
  const attachments: WireMail["attachments"] = []
  for (const file of mail.attachments) attachments.push({ ...file, content: await readFile(house, file.content) })
  return { ...mail, attachments }
}

/** Bytes its files take while it is under way, so that not too many of them are at once. */
export function weight(batch: ClaimedBatch): number {
  return batch.body.length + (batch.kind === "single" && batch.body.includes('"{{file:') ? 25_000_000 : 0)
}

function fill(house: House, mail: WireMail, secrets: ClaimedBatch["mails"][number] | undefined): WireMail {
  if (!secrets) throw new Error("A frozen mail has no row.")
  return fillLinks(house.config, mail, secrets)
}

async function readFile(house: House, mark: string): Promise<string> {
  const file = readFileMark(mark)
  if (!file) throw new FileGone("A frozen attachment has no file.")
  const bytes = await house.files.get(file.fileKey).catch(error => {
    throw new FileGone(String(error))
  })
  if (hash(bytes) !== file.sha256) throw new FileGone("An attachment is not what it was.")
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
}
