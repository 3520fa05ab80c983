/** What a query calls the record it asks for; not what was searched for, where one came from, or what is copied. */
const ofRecord =
  /^(?:.*[_-])?(?:id|no|nr|num|number|nummer|numero|key|code|name|doc|document|record|invoice|factuur|facture|facid|rechnung|beleg|customer|klant|client|kunde|account|debtor|debiteur|view|open|item)(?:[_-]?(?:id|no|nr|num|number|nummer|key|code))?$/i
const ofOther =
  /cop|clone|from|source|origin|return|prev|parent|ref(?!nr|num|no)|back|next|redirect|search|token|user|session/i

/** An address without what in its query names no record: path, query and fragment, with slashes between. */
export function recordAddress({ pathname, search, hash }: Location): string {
  const [route = "", asked = ""] = hash.slice(1).split("?")
  // `#id=42&model=…` is a query by itself.
  const isQuery = route.includes("=") && !route.startsWith("/")
  const parts = [...valuesOf(search), ...valuesOf(asked), ...(isQuery ? valuesOf(route) : [])]
  return [pathname, isQuery ? "" : route, ...parts.map(encodeURIComponent)].join("/")
}

function valuesOf(query: string): string[] {
  const all = [...new URLSearchParams(query)]
  return all.filter(([name]) => ofRecord.test(name) && !ofOther.test(name)).map(([, value]) => value)
}
