import { newId } from "@casepost/backend/columns"
import { freezeBatches } from "@casepost/backend/delivery/freeze-batches"
import type { WireMail } from "@casepost/backend/delivery/freezing/marks"
import { openLease } from "@casepost/backend/delivery/lease"
import { leaveDue } from "@casepost/backend/delivery/leave-due"
import { deliveryBatches } from "@casepost/backend/delivery/tables"
import type { TestHouse } from "./house.ts"

/** Lets everything leave whose undo time is over and freezes it: the bodies as they go on the wire, but for links and files. On a lonely house. */
export async function leaveAndFreeze(house: TestHouse): Promise<WireMail[]> {
  house.setNow(new Date(house.now().getTime() + 60_000))
  const lease = openLease(house, `test:${newId()}`)
  await lease.hold()
  while ((await leaveDue(house, lease)) > 0);
  while ((await freezeBatches(house, lease, { account: "test", underWay: [] })) > 0);
  await lease.release()
  house.setNow(undefined)
  const batches = await house.database.owner.select().from(deliveryBatches)
  return batches.flatMap(({ body }) => JSON.parse(body) as WireMail | WireMail[])
}
