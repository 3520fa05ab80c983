import { Problem } from "@casepost/shared/problems"
import type { House } from "../context.ts"

/**
 * The bytes of a file.
 * @throws Problem not-found when the file store has lost them, unavailable when it does not answer
 */
export async function readBytes(
  house: Pick<House, "files" | "log">,
  file: { id: string; name: string; fileKey: string },
): Promise<Uint8Array> {
  try {
    return await house.files.get(file.fileKey)
  } catch (error) {
    house.log({ level: "error", what: "file not readable", attachmentId: file.id, error: String(error) })
    if (isMissing(error))
      throw new Problem(
        "not-found",
        `${file.name} was attached, but its content is no longer in the file store. Tell your administrator, and ask for the file again.`,
      )
    throw new Problem("unavailable", "The file store does not answer. Nothing is lost; try again in a moment.", {
      retryAfter: 5,
    })
  }
}

/** A directory says ENOENT, S3 says NoSuchKey; flydrive wraps both. */
function isMissing(error: unknown): boolean {
  let cause = error as { code?: string; name?: string; cause?: unknown } | undefined
  for (let depth = 0; cause && depth < 4; depth++) {
    if (cause.code === "ENOENT" || cause.name === "NoSuchKey" || cause.name === "NotFound") return true
    cause = cause.cause as typeof cause
  }
  return false
}
