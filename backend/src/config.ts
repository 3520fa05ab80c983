import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** A set-up that cannot work, said in one sentence for whoever starts the server. */
export class ConfigError extends Error {}

/** What the environment decides (names and defaults: README). */
export type Config = {
  host: string
  port: number
  /** Folder of the embedded database, files and the secret. */
  data: string
  /** None: the embedded database. */
  databaseUrl: string | undefined
  /** Key of every HMAC and sealed value. */
  secret: string
  /** Without a slash at its end; the base of every link that leaves the house. */
  publicUrl: string
  resend: { apiKey: string | undefined; baseUrl: string | undefined; webhookSecret: string | undefined }
  /** Sender of invitations, resets and notices. */
  systemFrom: string
  inboundDomain: string | undefined
  worker: boolean
  /** Whether demo data, `/demo` and `/mailbox` may exist: loopback host and public address, no provider key. */
  local: boolean
  demo: boolean
  s3: { endpoint?: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string } | undefined
  extensionOrigins: string[]
  version: string
}

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]", "::1"]
/** The id follows from the manifest's public key, so it is the same wherever the extension is built. */
export const extensionId = "bmhlaeejpdmafdgficalmopcdknlhedb"

/** Reads the configuration. @throws ConfigError with what is wrong and what to do. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const data = resolve(env.CASEPOST_DATA || ".casepost")
  const host = env.HOST || "127.0.0.1"
  const port = readPort(env.PORT)
  const publicUrl = readPublicUrl(env.PUBLIC_URL || `http://localhost:${port}`)
  const apiKey = env.RESEND_API_KEY || undefined
  const local = !apiKey && loopbackHosts.includes(host) && loopbackHosts.includes(new URL(publicUrl).hostname)
  if (env.CASEPOST_DEMO === "on" && !local)
    throw new ConfigError(
      "CASEPOST_DEMO=on only works on this computer: HOST and PUBLIC_URL must be loopback addresses and RESEND_API_KEY must be unset.",
    )
  return {
    host,
    port,
    data,
    databaseUrl: env.DATABASE_URL || undefined,
    secret: readSecret(env, data),
    publicUrl,
    resend: {
      apiKey,
      baseUrl: env.RESEND_BASE_URL || undefined,
      webhookSecret: env.RESEND_WEBHOOK_SECRET || undefined,
    },
    systemFrom: env.SYSTEM_FROM || "Casepost <casepost@localhost.example>",
    inboundDomain: env.INBOUND_DOMAIN || undefined,
    worker: env.CASEPOST_WORKER !== "off",
    local,
    demo: local && env.CASEPOST_DEMO !== "off" && (env.CASEPOST_DEMO === "on" || !env.DATABASE_URL),
    s3: readS3(env),
    extensionOrigins: env.EXTENSION_ORIGINS?.split(",").map(origin => origin.trim()) ?? [
      `chrome-extension://${extensionId}`,
    ],
    version: "0.1.0",
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text || 8787)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new ConfigError(`PORT must be a number from 1 to 65535, not "${text}".`)
  return port
}

function readPublicUrl(text: string): string {
  if (!URL.canParse(text))
    throw new ConfigError(`PUBLIC_URL must be a web address such as https://casepost.example, not "${text}".`)
  const url = new URL(text)
  if (url.protocol !== "https:" && !loopbackHosts.includes(url.hostname))
    throw new ConfigError(`PUBLIC_URL must start with https:// unless it is this computer; "${text}" does not.`)
  return text.replace(/\/+$/, "")
}

function readSecret(env: Record<string, string | undefined>, data: string): string {
  if (env.CASEPOST_SECRET) {
    if (env.CASEPOST_SECRET.length < 32) throw new ConfigError("CASEPOST_SECRET must have at least 32 characters.")
    return env.CASEPOST_SECRET
  }
  if (env.DATABASE_URL)
    throw new ConfigError(
      "With DATABASE_URL set, CASEPOST_SECRET is required: the same on every replica, at least 32 characters.",
    )
  const file = join(data, "secret")
  try {
    if (existsSync(file)) return readFileSync(file, "utf8").trim()
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const secret = randomBytes(32).toString("base64url")
    writeFileSync(file, secret, { mode: 0o600, flag: "wx" })
    chmodSync(file, 0o600)
    return secret
  } catch (error) {
    throw new ConfigError(
      `The data folder ${data} cannot be used: ${(error as Error).message}. Set CASEPOST_DATA to another one.`,
    )
  }
}

function readS3(env: Record<string, string | undefined>): Config["s3"] {
  if (!env.S3_BUCKET) return undefined
  const missing = ["S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"].filter(name => !env[name])
  if (missing.length > 0) throw new ConfigError(`S3_BUCKET is set, so these are needed too: ${missing.join(", ")}.`)
  return {
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    region: env.S3_REGION ?? "",
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
  }
}
