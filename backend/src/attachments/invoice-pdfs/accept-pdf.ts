import { Problem } from "@casepost/shared/problems"
import type { Context } from "../../context.ts"
import { type AcceptedFile, acceptFile } from "../accept-file.ts"
import { fileKind } from "../accepting/file-kind.ts"
import { safeName } from "../accepting/safe-name.ts"

/**
 * Looks at an invoice's PDF and puts its bytes into the file store; what it is counts, not what it is called. It is named `.pdf`, and a
 * number such as `2026/123` as `2026-123.pdf`. @throws Problem attachment-refused, too-large, invalid (an empty file)
 */
export function acceptPdf(
  context: Pick<Context, "files" | "organisationId">,
  file: { name: string; bytes: Uint8Array },
): Promise<AcceptedFile> {
  const name = pdfName(file.name)
  if (file.bytes.byteLength > 0 && fileKind(name, file.bytes).contentType !== "application/pdf") {
    const detail = `${name} is no PDF: what is inside is something else.`
    throw new Problem("attachment-refused", detail, { fields: [{ path: "name", detail }] })
  }
  return acceptFile(context, { name, bytes: file.bytes })
}

export function pdfName(given: string): string {
  return safeName(`${given.replace(/\.pdf$/i, "").replace(/[/\\]/g, "-")}.pdf`)
}
