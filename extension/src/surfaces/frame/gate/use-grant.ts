import { useEffect, useState } from "react"
import type { FrameCall, FrameGrant } from "../../../host-page/calls"
import { isFramed, openGuard } from "./use-really-visible"

/** Milliseconds the worker has to answer; it may have to wake up first. */
const patience = 8_000

/** `asking` until the worker has said; `refused` without a ticket, with a used one, with one for another tab or purpose. */
export type Granted = FrameGrant | "asking" | "refused"

const ticket = isFramed ? takeTicket() : undefined
let asked: Promise<FrameGrant | undefined> | undefined

/** What this frame may do, for the one-time ticket in its address. */
export function useGrant(purpose: FrameGrant["purpose"]): Granted {
  const [granted, setGranted] = useState<Granted>("asking")
  useEffect(() => {
    let isOver = false
    asked ??= redeem(purpose)
    void asked.then(grant => {
      if (!isOver) setGranted(grant ?? "refused")
    })
    return () => {
      isOver = true
    }
  }, [purpose])
  return granted
}

async function redeem(purpose: FrameGrant["purpose"]): Promise<FrameGrant | undefined> {
  if (!ticket) return undefined
  const redeeming: FrameCall = { kind: "redeem-ticket", ticket }
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patience))
  const answer: unknown = await Promise.race([chrome.runtime.sendMessage(redeeming), late]).catch(() => undefined)
  const grant = (answer ?? {}) as Partial<FrameGrant>
  if (grant.purpose !== purpose || typeof grant.tabId !== "number" || !isHeldBy(grant)) return undefined
  openGuard(grant as FrameGrant)
  return grant as FrameGrant
}

/** The script that asked for the ticket holds this frame itself only where it stands as deep in the tab as this frame's parent. */
function isHeldBy({ openerFrameId }: Partial<FrameGrant>): boolean {
  return (openerFrameId === 0) === (window.parent === window.top)
}

/** Out of the address at once, so that nothing that reads addresses ever sees it. */
function takeTicket(): string | undefined {
  const found = new URLSearchParams(location.hash.slice(1)).get("ticket") ?? undefined
  history.replaceState(null, "", location.pathname + location.search)
  return found
}
