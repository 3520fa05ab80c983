import { timingSafeEqual } from "node:crypto"
import type { Config } from "../config.ts"
import { tokenFor } from "../secrets.ts"

type Coded = { id: string; accessCodeVersion: number }

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U, so that a printed code is typed right. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const length = 10

/** The code a customer without a link enters the portal with: 50 bits of an HMAC, as `7KM2Q-X4TPA`. It lies nowhere; renewing counts the version up. */
export function accessCode(config: Config, customer: Coded): string {
  const token = tokenFor(config.secret, "access-code", `${customer.id}:${customer.accessCodeVersion}`)
  let bits = BigInt(`0x${Buffer.from(token, "base64url").subarray(0, 7).toString("hex")}`)
  let code = ""
  for (let place = 0; place < length; place++) {
    code += digits[Number(bits & 31n)]
    bits >>= 5n
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** Whether what somebody typed is the customer's code: any case, with or without dash and spaces, O for 0 and I or L for 1. */
export function isAccessCode(config: Config, customer: Coded, typed: string): boolean {
  const expected = Buffer.from(accessCode(config, customer).replace("-", ""))
  const given = Buffer.from(plain(typed))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function plain(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "")
}
