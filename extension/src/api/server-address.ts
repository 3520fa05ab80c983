import { readPolicy } from "./policy"

/** Where the backend is: decided by the computer's administrator, else kept on this computer. */
const storageKey = "serverAddress"
const defaultServerAddress = "http://localhost:8787"

/** The address without a slash at its end: the policy's, else the one that was set, else the default. */
export async function readServerAddress(): Promise<string> {
  const decided = await readPolicyAddress()
  if (decided && "address" in decided) return decided.address
  const kept = await chrome.storage.local.get(storageKey)
  const address = kept[storageKey]
  return typeof address === "string" ? address : defaultServerAddress
}

/** The address that the policy names, or in words what is wrong with it; undefined where it names none. */
export async function readPolicyAddress(): Promise<{ address: string } | { wrong: string } | undefined> {
  const { serverAddress } = await readPolicy()
  return serverAddress === undefined ? undefined : parseServerAddress(serverAddress)
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
