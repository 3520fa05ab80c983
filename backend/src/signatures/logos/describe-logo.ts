import { type Logo, mostLogoWidth } from "@casepost/shared/signatures"
import type { Config } from "../../config.ts"
import type { logos } from "../tables.ts"

type LogoRow = Pick<typeof logos.$inferSelect, "id" | "width" | "height">

/** A tall logo is made narrower rather than a signature higher than this. */
const mostHeight = 240

/** A logo as it is shown, `wanted` CSS pixels wide; by itself as wide as it is, at most 320. */
export function describeLogo({ publicUrl }: Pick<Config, "publicUrl">, logo: LogoRow, wanted?: number | null): Logo {
  const widest = Math.min(mostLogoWidth, Math.floor((mostHeight * logo.width) / logo.height) || 1)
  const width = Math.min(wanted ?? logo.width, widest)
  return {
    id: logo.id,
    url: `${publicUrl}/portal/logos/${logo.id}`,
    width,
    height: Math.min(mostHeight, Math.max(1, Math.round((width * logo.height) / logo.width))),
  }
}
