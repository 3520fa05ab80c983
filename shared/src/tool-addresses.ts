/**
 * The address of a tool: an origin, and where need be the beginning of a path: `https://app.grootboek.example`,
 * `https://erp.example.com/dolibarr`, `https://moneybird.com/{administration}`. `{administration}` stands for one segment of the path that
 * names the administration.
 */
export type ToolAddress = { origin: string; path: readonly string[] }

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])
/** Of at least two labels; no braces, no dot at the end, which would be another origin. */
const wholeHost = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/
const administrationPart = "{administration}"

/**
 * Reads what somebody typed or pasted as the address of a tool: https only, this computer itself excepted; query and fragment are left out.
 * Gives the address as it is kept, or in words what is wrong with it.
 */
export function parseToolAddress(typed: string): { address: string } | { wrong: string } {
  const text = typed.trim()
  const here = /^(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/i.test(text)
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${here ? "http" : "https"}://${text}`
  let url: URL
  try {
    url = new URL(written)
  } catch {
    return { wrong: "This is not an address. It looks like https://app.grootboek.example." }
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.has(url.hostname)))
    return { wrong: "The address must begin with https://. Only this computer itself may use http://." }
  if (url.hostname.includes("*"))
    return { wrong: "Write one address, without an asterisk: Chrome is asked for this one only." }
  if (!wholeHost.test(url.hostname) && !loopback.has(url.hostname))
    return { wrong: "The address needs a whole host name, such as app.grootboek.example." }
  if (url.username || url.password) return { wrong: "Leave the name and password out of the address." }
  const path = segmentsOf(url.pathname)
  if (path.filter(part => part === administrationPart).length > 1)
    return { wrong: "{administration} can stand in the address once." }
  return { address: [url.origin, ...path].join("/") }
}

/** The parts of a tool's address as it is kept. @throws TypeError where it is none */
export function readToolAddress(address: string): ToolAddress {
  const url = new URL(address)
  return { origin: url.origin, path: segmentsOf(url.pathname) }
}

/** What Chrome is asked for: this origin, and no other: `https://app.grootboek.example/*`, `http://localhost:8787/*`. */
export function originPattern(address: string): string {
  return `${new URL(address).origin}/*`
}

/**
 * Whether a page belongs to the tool at an address: its origin, and the beginning of its path. Gives the segment that stands where the
 * address says `{administration}`.
 */
export function matchToolAddress(address: string, page: string): { administration?: string } | undefined {
  const [url, kept] = [urlOf(page), urlOf(address)]
  // A `blob:` address has the origin of whoever made it, and no path of the tool's.
  if (!url || !kept || !/^https?:$/.test(url.protocol) || url.origin !== kept.origin) return undefined
  const [segments, path] = [segmentsOf(url.pathname), segmentsOf(kept.pathname)]
  let administration: string | undefined
  for (const [place, part] of path.entries()) {
    const segment = segments[place]
    if (segment === undefined) return undefined
    if (part === administrationPart) administration = segment
    else if (part !== segment) return undefined
  }
  return administration === undefined ? {} : { administration }
}

/** The tool a page belongs to: where several do, the one with the longest address. */
export function toolOfPage<One extends { address: string }>(tools: readonly One[], page: string): One | undefined {
  return tools
    .filter(tool => matchToolAddress(tool.address, page))
    .sort((one, other) => readToolAddress(other.address).path.length - readToolAddress(one.address).path.length)[0]
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean).map(decoded)
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** As people read it, but for what would be read as more than a segment, or not be seen: that stays encoded. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).replace(/[%/?#\\\p{C}\p{Z}]/gu, encodeURIComponent)
  } catch {
    return segment
  }
}
