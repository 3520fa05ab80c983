import { createHmac } from "node:crypto"
import { join } from "node:path"
import type { Config } from "./config.ts"
import { createMailbox } from "./mailbox/create-mailbox.ts"

/**
 * On this computer, without a provider's key, the development mailbox is the provider: reached over HTTP like the real one, by a key and a
 * webhook secret that follow from the server's own. Elsewhere without a key there is no provider, and sending is refused.
 */
export function withLocalMailbox(config: Config): Config {
  if (!config.local || config.resend.apiKey) return config
  return {
    ...config,
    resend: {
      apiKey: `re_${derive(config, "mailbox key", "hex").slice(0, 32)}`,
      baseUrl: `${ownAddress(config)}/mailbox/resend`,
      webhookSecret: `whsec_${derive(config, "mailbox webhook", "base64")}`,
    },
  }
}

/** The mailbox itself, telling this server what happens to its mails. */
export function openLocalMailbox(config: Config): ReturnType<typeof createMailbox> | undefined {
  const { apiKey, webhookSecret } = config.resend
  if (!config.local || !apiKey || !webhookSecret) return undefined
  return createMailbox({
    directory: join(config.data, "mailbox"),
    apiKey,
    webhookSecret,
    webhookUrl: `${ownAddress(config)}/webhooks/resend`,
  })
}

function ownAddress(config: Config): string {
  const host = config.host.includes(":") ? `[${config.host.replace(/[[\]]/g, "")}]` : config.host
  return `http://${host}:${config.port}`
}

function derive(config: Config, what: string, encoding: "hex" | "base64"): string {
  return createHmac("sha256", config.secret).update(what).digest(encoding)
}
