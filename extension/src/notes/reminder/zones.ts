import { cityOf } from "@casepost/shared/zoned-time"

export type Zone = { id: string; city: string }

/** The IANA zones of this machine by city, and the one in use whatever its name. */
export function zonesWith(used: string): Zone[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(used ? [used] : [])])
  return [...names].map(id => ({ id, city: cityOf(id) })).sort((one, other) => one.city.localeCompare(other.city, "en"))
}
