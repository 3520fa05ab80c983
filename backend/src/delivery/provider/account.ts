import { createHmac } from "node:crypto"
import type { Config } from "../../config.ts"
import { hash } from "../../secrets.ts"

/** Whose mails a request to the provider carries. */
export type ProviderAccount = {
  apiKey: string
  /** Without a slash at its end. */
  baseUrl: string
  /** What the provider signs its webhooks with; none: its webhooks are refused. */
  webhookSecret: string | undefined
  /** The same for the same key and address on every replica: it names the lease and the frozen batches. */
  name: string
}

/** The account mail goes out by: Resend's with a key, the development mailbox on this computer, else none (sending is refused). */
export function providerAccount(config: Config): ProviderAccount | undefined {
  const { apiKey, baseUrl, webhookSecret } = config.resend
  if (apiKey) return name({ apiKey, baseUrl: baseUrl ?? "https://api.resend.com", webhookSecret })
  if (!config.local) return undefined
  const host = config.host.includes(":") && !config.host.startsWith("[") ? `[${config.host}]` : config.host
  // Its port may be another one after a restart: it is the same mailbox all the same.
  const development = developmentKeys(config.secret)
  return {
    ...name({ baseUrl: baseUrl ?? `http://${host}:${config.port}/mailbox/resend`, ...development }),
    name: hash(development.apiKey).slice(0, 24),
  }
}

/** The keys of the development mailbox: they follow from the house's secret, so that they need not be stored or typed. */
export function developmentKeys(secret: string): { apiKey: string; webhookSecret: string } {
  const derive = (purpose: string) => createHmac("sha256", secret).update(`development-mailbox:${purpose}`).digest()
  return {
    apiKey: `re_${derive("api-key").toString("base64url")}`,
    webhookSecret: `whsec_${derive("webhook-secret").toString("base64")}`,
  }
}

function name(account: Omit<ProviderAccount, "name">): ProviderAccount {
  const baseUrl = account.baseUrl.replace(/\/+$/, "")
  return { ...account, baseUrl, name: hash(`${baseUrl} ${account.apiKey}`).slice(0, 24) }
}
