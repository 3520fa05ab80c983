import { fetchBackend } from "../api/backend"
import { keepServerAddress, parseServerAddress } from "../api/server-address"
import { words } from "./words"

/** A Casepost server that answered. */
export type KnownServer = { address: string; version: string; isHere: boolean }

/** Asks the server behind a typed address who it is, and keeps the address when it is Casepost. @throws Error with what is wrong */
export async function checkServer(typed: string): Promise<KnownServer> {
  const parsed = parseServerAddress(typed)
  if ("wrong" in parsed) throw new Error(parsed.wrong)
  const answer = await fetchBackend(`${parsed.address}/healthz`, { signal: AbortSignal.timeout(8000) }).catch(() => {
    throw new Error(words.noAnswer)
  })
  const body = (await answer.json().catch(() => undefined)) as { name?: unknown; version?: unknown } | undefined
  if (!answer.ok || body?.name !== "Casepost") throw new Error(words.notCasepost)
  await keepServerAddress(parsed.address)
  return {
    address: parsed.address,
    version: String(body.version ?? ""),
    isHere: parsed.address.startsWith("http:"),
  }
}
