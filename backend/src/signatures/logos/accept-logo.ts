import { Problem } from "@casepost/shared/problems"
import { mostLogoBytes } from "@casepost/shared/signatures"
import { imageSize } from "image-size"

export type AcceptedLogo = { contentType: string; width: number; height: number }

const kinds: Record<string, string> = { png: "image/png", jpg: "image/jpeg", gif: "image/gif" }
/** Pixels a side: what is larger is no logo, and costs every reader's computer the memory of it. */
const mostPixels = 4_000

/** Looks at an image from outside: its kind and size are read from its bytes. @throws Problem too-large, attachment-refused */
export function acceptLogo(bytes: Uint8Array): AcceptedLogo {
  if (bytes.byteLength > mostLogoBytes)
    throw refusal(
      "too-large",
      `This image is ${Math.ceil(bytes.byteLength / 1024)} KB; a logo can be at most ${mostLogoBytes / 1024} KB.`,
    )
  const found = read(bytes)
  const contentType = kinds[found?.type ?? ""]
  if (!found || !contentType)
    throw refusal(
      "attachment-refused",
      "This is no PNG, JPEG or GIF image. Other kinds are not shown by many mail programs.",
    )
  const { width, height } = found
  if (width < 1 || height < 1 || width > mostPixels || height > mostPixels)
    throw refusal(
      "attachment-refused",
      `This image is ${width} × ${height} pixels; a logo can be at most ${mostPixels} a side.`,
    )
  return { contentType, width, height }
}

function read(bytes: Uint8Array): { type?: string; width: number; height: number } | undefined {
  // Only the kinds that are taken are looked into, by their first bytes: the library knows many more.
  const beginning = Buffer.from(bytes.subarray(0, 6)).toString("latin1")
  if (!/^(\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a)/.test(beginning)) return undefined
  try {
    return imageSize(bytes)
  } catch {
    return undefined
  }
}

function refusal(code: "too-large" | "attachment-refused", detail: string): Problem {
  return new Problem(code, detail, { fields: [{ path: "logoId", detail }] })
}
