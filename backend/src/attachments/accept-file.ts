import { mostFileBytes } from "@casepost/shared/attachments"
import { Problem } from "@casepost/shared/problems"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { hash } from "../secrets.ts"
import { fileKind } from "./accepting/file-kind.ts"
import { refuseDangerous } from "./accepting/refuse-dangerous.ts"
import { safeName } from "./accepting/safe-name.ts"
import { attachments } from "./tables.ts"

/** A file whose bytes lie in the file store already, for a row of `attachments`. */
export type AcceptedFile = { name: string; contentType: string; size: number; sha256: string; fileKey: string }

/**
 * Looks at a file from outside and, when it may stay, puts its bytes into the file store: at most 20 MB, its type read from the
 * bytes. @throws Problem too-large, attachment-refused, invalid (an empty file)
 */
export async function acceptFile(
  context: Pick<Context, "files" | "organisationId">,
  file: { name: string; bytes: Uint8Array },
): Promise<AcceptedFile> {
  const name = safeName(file.name)
  const size = file.bytes.byteLength
  if (size > mostFileBytes) throw tooLarge(name, size)
  if (size === 0) {
    const detail = `${name} is empty: nothing was read from it.`
    throw new Problem("invalid", detail, { fields: [{ path: "name", detail }] })
  }
  refuseDangerous(name, file.bytes)
  const fileKey = `${context.organisationId}/${newId()}`
  await context.files.put(fileKey, file.bytes)
  return { name, contentType: fileKind(name, file.bytes).contentType, size, sha256: hash(file.bytes), fileKey }
}

/** Attaches accepted files to a message that is being written by somebody without uploads: a customer. */
export async function attachFiles(
  tx: Transaction,
  { files, owner }: { files: AcceptedFile[]; owner: { organisationId: string; messageId: string; at: Date } },
): Promise<void> {
  if (files.length === 0) return
  const { organisationId, messageId, at } = owner
  const attached = { organisationId, ownerKind: "message", ownerId: messageId, claimedAt: at }
  await tx.insert(attachments).values(files.map((file, position) => ({ ...file, ...attached, position })))
}

function tooLarge(name: string, size: number): Problem {
  const detail = `${name} is ${megabytes(size)}; a file can be at most ${megabytes(mostFileBytes)}.`
  return new Problem("too-large", detail, { fields: [{ path: "name", detail }] })
}

/** Bytes as people read them: `21.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "")} MB`
}
