import type { Webhooks } from "./events/send-webhooks.ts"
import type { Faults } from "./provider/faults.ts"
import type { MailStore } from "./store/open-mail-store.ts"

/** Everything a deed of the mailbox may touch. */
export interface Mailbox {
  store: MailStore
  webhooks: Webhooks
  faults: Faults
  /** What the sender must present as its Resend key. */
  apiKey: string
  ratePerSecond: number
  webhookUrl: string | undefined
  retries: number[]
  /** Milliseconds between "sent" and what follows it. */
  pause: number
  now: () => Date
  /** Aborted when the mailbox closes: ends what is being held up. */
  closing: AbortSignal
}
