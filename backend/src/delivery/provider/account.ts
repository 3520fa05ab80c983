import type { Config } from "../../config.ts"
import { hash } from "../../secrets.ts"

/** Whose mails a request to the provider carries. */
export type ProviderAccount = {
  apiKey: string
  /** Without a slash at its end. */
  baseUrl: string
  /** The same for the same account on every replica: it names the lease and the frozen batches. */
  name: string
}

/** The account mail goes out by: Resend's, or the development mailbox on this computer. None without a key: sending is refused. */
export function providerAccount(config: Config): ProviderAccount | undefined {
  const { apiKey } = config.resend
  if (!apiKey) return undefined
  const baseUrl = (config.resend.baseUrl ?? "https://api.resend.com").replace(/\/+$/, "")
  // The development mailbox may listen on another port after a restart; it is the same mailbox.
  const place = config.local ? "development-mailbox" : baseUrl
  return { apiKey, baseUrl, name: hash(`${place} ${apiKey}`).slice(0, 24) }
}
