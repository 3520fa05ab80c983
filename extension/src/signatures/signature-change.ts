import type { Logo, Signature } from "@casepost/shared/signatures"

/** What saving a signature sends. Without `logoId` and `logoWidth` the logo stays as it is. */
export type SignatureChange = { html: string | null; logoId?: string | null; logoWidth?: number }

/** A signature that is being written. */
export type WrittenSignature = { html: string; logo: Logo | null }

export function writtenOf({ html, logo }: Signature): WrittenSignature {
  return { html: html ?? "", logo }
}

export function isChanged(written: WrittenSignature, kept: Signature): boolean {
  const logo = written.logo
  return (
    written.html !== (kept.html ?? "") || logo?.id !== kept.logo?.id || (logo?.width ?? 0) !== (kept.logo?.width ?? 0)
  )
}

export function changeOf({ html, logo }: WrittenSignature): SignatureChange {
  return {
    html: html === "" ? null : html,
    logoId: logo?.id ?? null,
    ...(logo ? { logoWidth: logo.width } : {}),
  }
}
