import { useEffect, useState } from "react"
import type { FieldState, FrameCall, FrameGrant } from "../../host-page/calls"
import { orderOpener } from "../frame/gate/order-opener"

/** The field that opened this frame, as its script told it. What comes out of somebody else's page is checked, and only ticks and preselects. */
export type Opener = FieldState & Pick<FrameGrant, "tabId" | "openerFrameId">

const nobody: FieldState = { addresses: [], isFull: false, page: "" }

/** Asks the script that opened this frame what stands in its field; undefined until it has answered. */
export function useOpener({ tabId, openerFrameId }: FrameGrant): Opener | undefined {
  const [opener, setOpener] = useState<Opener>()
  useEffect(() => {
    let isGone = false
    const ask = orderOpener({ tabId, openerFrameId }, { kind: "read-field" }).catch(() => undefined)
    void Promise.all([ask, chrome.tabs.get(tabId).catch(() => undefined)]).then(([answer, tab]) => {
      if (isGone) return
      const state = readState(answer) ?? nobody
      setOpener({ ...state, page: state.page || (tab?.url ?? ""), tabId, openerFrameId })
    })
    return () => {
      isGone = true
    }
  }, [tabId, openerFrameId])
  return opener
}

/** Has the worker hand an address to the field; it closes this frame. */
export function putAddress({ name, address }: { name: string; address: string }): void {
  const call: FrameCall = { kind: "put-address", name, address }
  void chrome.runtime.sendMessage(call)
}

function readState(answer: unknown): FieldState | undefined {
  const { addresses, isFull, page } = (answer ?? {}) as Record<string, unknown>
  if (!Array.isArray(addresses) || typeof isFull !== "boolean" || typeof page !== "string") return undefined
  return { addresses: addresses.filter(one => typeof one === "string").slice(0, 200), isFull, page }
}
