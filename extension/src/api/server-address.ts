/** Where the backend is: kept on this computer. */
const storageKey = "serverAddress"
export const defaultServerAddress = "http://localhost:8787"

/** The address without a slash at its end; the default until another was set. */
export async function readServerAddress(): Promise<string> {
  const kept = await chrome.storage.local.get(storageKey)
  const address = kept[storageKey]
  return typeof address === "string" ? address : defaultServerAddress
}

export async function keepServerAddress(address: string): Promise<void> {
  await chrome.storage.local.set({ [storageKey]: address })
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])

/**
 * Reads what somebody typed as a server address. HTTPS only, loopback excepted, because the token travels with every request.
 * Gives the address, or in words what is wrong with it.
 */
export function parseServerAddress(typed: string): { address: string } | { wrong: string } {
  const text = typed.trim()
  const written = /^[a-z]+:\/\//i.test(text) ? text : `${isLoopbackText(text) ? "http" : "https"}://${text}`
  let url: URL
  try {
    url = new URL(written)
  } catch {
    return { wrong: "This is not an address. It looks like https://casepost.example.com." }
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.has(url.hostname)))
    return { wrong: "The address must begin with https://. Only this computer itself may use http://." }
  if (url.username || url.password) return { wrong: "Leave the name and password out of the address." }
  return { address: `${url.origin}${url.pathname}`.replace(/\/+$/, "") }
}

function isLoopbackText(text: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text)
}
