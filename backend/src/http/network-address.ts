import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"

/**
 * The network address a request came from, for limits per address. `X-Forwarded-For` is believed only where the connection comes from a
 * proxy on this computer or its private network, and then only the last hop, which that proxy added itself.
 */
export function networkAddress(request: Context): string {
  const peer = peerAddress(request)
  if (!peer) return "unknown"
  const forwarded = request.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
  return forwarded && isPrivate(peer) ? forwarded : peer
}

function peerAddress(request: Context): string | undefined {
  // Tests hand requests to the app without a connection.
  if (!(request.env as { incoming?: unknown } | undefined)?.incoming) return undefined
  return getConnInfo(request).remote.address?.replace(/^::ffff:/, "")
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address)
}
