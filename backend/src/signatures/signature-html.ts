import type { Logo } from "@casepost/shared/signatures"

/**
 * A signature as it goes into messages: its text, and below it the logo as the one image a signature can hold. Written here and never by
 * hand: `clean-html` takes images out of what people type, and its `cleanSignature` lets exactly this one through.
 */
export function signatureHtml(
  { html, logo }: { html: string | null; logo: Logo | null },
  senderName: string,
): string | null {
  if (!logo) return html
  const image = `<p><img src="${escaped(logo.url)}" alt="${escaped(senderName)}" width="${logo.width}" height="${logo.height}" /></p>`
  return `${html ?? ""}${image}`
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
