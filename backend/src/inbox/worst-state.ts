import { type DeliveryState, deliveryStates } from "@casepost/shared/delivery"

type Address = { role: string; state: DeliveryState; reason: string | null }

/** What a sender must know first. Beyond these it is the customer's own address that counts: a copy can never be opened. */
const troubles: readonly DeliveryState[] = ["complained", "bounced", "failed", "suppressed", "unknown", "delayed"]

/** The one state that stands for all addresses of a sending: the worst trouble of any, else what its To still has to reach. */
export function worstState(addresses: readonly Address[]): { state: DeliveryState; reason: string | null } | undefined {
  for (const trouble of troubles) {
    const found = addresses.find(address => address.state === trouble)
    if (found) return { state: found.state, reason: found.reason }
  }
  const reached = addresses.filter(address => address.state !== "left-out")
  const to = reached.filter(address => address.role === "to")
  const [least] = (to.length > 0 ? to : reached).toSorted((one, other) => rank(one.state) - rank(other.state))
  return least ? { state: least.state, reason: least.reason } : addresses[0]
}

function rank(state: DeliveryState): number {
  return (deliveryStates as readonly string[]).indexOf(state)
}
