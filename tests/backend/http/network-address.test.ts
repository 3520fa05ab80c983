import { networkAddress } from "@casepost/backend/http/network-address"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"

/** What a request from `peer` with this header counts as coming from. */
async function from(peer: string | undefined, forwarded?: string): Promise<string> {
  const app = new Hono().get("/", request => request.text(networkAddress(request)))
  const headers: Record<string, string> = forwarded ? { "x-forwarded-for": forwarded } : {}
  const env = peer ? { incoming: { socket: { remoteAddress: peer } } } : undefined
  return (await app.request("/", { headers }, env)).text()
}

describe("does", () => {
  it("takes the connection's own address, whichever way it is written", async () => {
    expect(await from("203.0.113.7")).toBe("203.0.113.7")
    expect(await from("::ffff:203.0.113.7")).toBe("203.0.113.7")
  })
  it("believes what a proxy on this computer or network added last", async () => {
    expect(await from("127.0.0.1", "198.51.100.1, 203.0.113.7")).toBe("203.0.113.7")
    expect(await from("10.1.2.3", "203.0.113.7")).toBe("203.0.113.7")
  })
})

describe("refuses", () => {
  it("to guess where there is no connection", async () => {
    expect(await from(undefined)).toBe("unknown")
  })
})

describe("protects", () => {
  it("lets nobody from outside choose the address that limits count", async () => {
    expect(await from("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7")
  })
})
