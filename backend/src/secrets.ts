import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"

/** What a token is for: a token of one purpose is worth nothing for another. */
export type TokenPurpose =
  | "portal-link"
  | "access-code"
  | "invitation"
  | "setup"
  | "webhook-secret"
  | "csrf"
  | "sightings"

/** The token of a row: HMAC-SHA-256 over purpose and id, 256 bits, base64url. It lies nowhere; it is made again when needed. */
export function tokenFor(secret: string, purpose: TokenPurpose, id: string): string {
  return createHmac("sha256", secret).update(`${purpose}:${id}`).digest("base64url")
}

/** Whether a token is that row's, in constant time. */
export function isTokenFor(secret: string, purpose: TokenPurpose, given: { id: string; token: string }): boolean {
  const expected = Buffer.from(tokenFor(secret, purpose, given.id))
  const token = Buffer.from(given.token)
  return expected.length === token.length && timingSafeEqual(expected, token)
}

/** 256 random bits, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url")
}

/** SHA-256 in hex: for looking random tokens up (ASVS 6.5.2) and comparing bodies. */
export function hash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex")
}

/** Encrypts a secret that must wait in the database, such as a reset link in a queued mail (AES-256-GCM). */
export function seal(secret: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", sealKey(secret), iv)
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")
}

/** Opens what `seal` made. @throws when it was changed or made with another secret */
export function unseal(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", sealKey(secret), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
}

function sealKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "casepost-seal", 32))
}
