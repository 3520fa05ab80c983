import { and, eq, isNotNull } from "drizzle-orm"
import { validate } from "uuid"
import { readBytes } from "../../attachments/read-bytes.ts"
import type { House } from "../../context.ts"
import { logos } from "../tables.ts"

/** The image behind a published logo's address, for anybody who opens a mail; undefined for everything else. @throws Problem unavailable */
export async function readLogo(
  house: House,
  id: string,
): Promise<{ bytes: Uint8Array; contentType: string } | undefined> {
  if (!validate(id)) return undefined
  const [logo] = await house.database.inScope({ role: "casepost_system" }, tx =>
    tx
      .select()
      .from(logos)
      .where(and(eq(logos.id, id), isNotNull(logos.publishedAt))),
  )
  if (!logo) return undefined
  return { bytes: await readBytes(house, { ...logo, name: "The logo" }), contentType: logo.contentType }
}
