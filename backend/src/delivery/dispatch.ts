import type { House } from "../context.ts"
import { freezeBatches } from "./freeze-batches.ts"
import { LeaseLost, openLease } from "./lease.ts"
import { leaveDue, nextLeaving } from "./leave-due.ts"
import { leaveNotes, nextReminder } from "./leave-notes.ts"
import { providerAccount } from "./provider/account.ts"
import { callProvider } from "./provider/call-provider.ts"
import { keepPace } from "./provider/pace.ts"
import { openSleeper } from "./provider/sleeper.ts"
import { sendBatch } from "./send-batch.ts"
import type { Ask } from "./sending/ask-provider.ts"
import { adoptBatches, type ClaimedBatch, claimBatch } from "./sending/claim-batch.ts"
import { weight } from "./sending/fill-body.ts"
import type { Verdict } from "./sending/read-verdict.ts"
import { postponeBatch } from "./sending/settle-batch.ts"
import { sweepStopped } from "./sweep-stopped.ts"

/** How the dispatcher of this process is. `standing-by`: another replica dispatches. */
export type DispatcherHealth = {
  /** Whether mail goes out as it should, from here or from another replica. */
  well: boolean
  state: "dispatching" | "standing-by" | "paused" | "off"
  /** Why it is not dispatching, in words for whoever runs the server. */
  reason?: string
}

export type Dispatcher = {
  /** Something may be due now. */
  wake: () => void
  health: () => DispatcherHealth
  /** Stops taking on requests, waits for those under way, gives the lease back. */
  close: () => Promise<void>
}

const longestSleep = 1_000
/** Milliseconds before its turn at which a request is claimed, so that the database does not cost the rate. */
const claimAhead = 25
const mostBytesUnderWay = 80_000_000

/** Starts the dispatcher: leave what is due, freeze, send, at the account's pace; one of all replicas at a time. */
export function startDispatcher(house: House): Dispatcher {
  const account = providerAccount(house.config)
  if (!account) {
    const reason = "No e-mail provider is set (RESEND_API_KEY): sending is refused."
    return { wake: () => {}, health: () => ({ well: true, state: "off", reason }), close: async () => {} }
  }
  const closing = new AbortController()
  const provider = callProvider(account, closing.signal)
  const lease = openLease(house, `dispatcher:${account.name}`)
  const pace = keepPace()
  // One each: a request that was answered is no reason to look again at what may leave.
  const leaving = openSleeper(closing.signal)
  const freezing = openSleeper(closing.signal)
  const sending = openSleeper(closing.signal)
  const wakeAll = () => {
    for (const sleeper of [leaving, freezing, sending]) sleeper.wake()
  }
  const underWay = new Map<string, { bytes: number; done: Promise<void> }>()
  let stopped = false
  let paused: { reason: string; until: Date } | undefined
  let trouble: string | undefined
  let failuresInARow = 0

  const isPaused = () => paused !== undefined && house.now() < paused.until
  const asking = () => ({ account: account.name, underWay: [...underWay.keys()] })

  /** Waits for its turn, then asks. `launched` is told when the request leaves. */
  const askInTurn =
    (launched: () => void): Ask =>
    async call => {
      while (pace.wait() > 0 && !closing.signal.aborted) await sending.rest(pace.wait())
      if (!lease.isHeld()) throw new LeaseLost("The lease ended before the request left.")
      pace.fire()
      launched()
      const answer = await call(provider)
      pace.hear(answer.headers)
      sending.wake()
      return answer
    }

  /** Lets go what is due. Beside freezing, so that each has the other's work ready. */
  async function leave(mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn()) {
      const mark = leaving.mark()
      const left = (await leaveDue(house, lease)) + (await leaveNotes(house, lease))
      if (left > 0) {
        freezing.wake()
        continue
      }
      await sweepStopped(house, lease)
      const next = [await nextLeaving(house), await nextReminder(house)].flatMap(at => at?.getTime() ?? [])
      trouble = undefined
      const wait = Math.min(...next.map(at => at - house.now().getTime()), longestSleep)
      await leaving.sleep(Math.min(Math.max(wait, 20), longestSleep), mark)
    }
  }

  async function freeze(mayGoOn: () => boolean): Promise<void> {
    await adoptBatches(house, lease, asking().account)
    while (mayGoOn()) {
      const mark = freezing.mark()
      if ((await freezeBatches(house, lease, asking())) > 0) {
        leaving.wake()
        sending.wake()
      } else await freezing.sleep(longestSleep, mark)
    }
  }

  async function send(mayGoOn: () => boolean): Promise<void> {
    while (mayGoOn()) {
      const mark = sending.mark()
      const wait = pace.wait()
      const bytes = [...underWay.values()].reduce((sum, one) => sum + one.bytes, 0)
      const full = underWay.size >= pace.mostUnderWay() || (bytes > mostBytesUnderWay && underWay.size > 0)
      if (isPaused() || full) await sending.sleep(longestSleep, mark)
      else if (wait > claimAhead) await sending.rest(Math.min(wait - claimAhead, longestSleep))
      else {
        const batch = await claimBatch(house, lease, asking())
        if (batch) await launch(batch)
        else await sending.sleep(longestSleep, mark)
      }
    }
  }

  /** Returns as soon as the request has left, or needs not leave: the next one is chosen then, so that single messages can pass. */
  function launch(batch: ClaimedBatch): Promise<void> {
    return new Promise(launched => {
      const done = carry(batch, launched).finally(() => {
        underWay.delete(batch.id)
        launched()
        sending.wake()
        freezing.wake()
      })
      underWay.set(batch.id, { bytes: weight(batch), done })
      freezing.wake()
    })
  }

  async function carry(batch: ClaimedBatch, launched: () => void): Promise<void> {
    try {
      const verdict = await sendBatch(house, lease, { batch, ask: askInTurn(launched) })
      if (verdict) heed(verdict)
    } catch (error) {
      report(error)
      if (error instanceof LeaseLost) return
      // Tried again in a while, and not at once: it must not hold up the others.
      await postponeBatch(house, lease, { batch, certain: false, wait: 30_000, error: String(error) }).catch(report)
    }
  }

  /** What an answer means for the requests after it. */
  function heed(verdict: Verdict): void {
    const failed = verdict.kind === "later" && !verdict.certain
    failuresInARow = failed ? failuresInARow + 1 : 0
    if (verdict.kind !== "later") paused = undefined
    else if (verdict.account) paused = verdict.account
    else if (verdict.certain) pace.block(verdict.wait)
    // Nobody answers: ask less and less often instead of trying everything that waits.
    if (failuresInARow > 2) pace.block(Math.min(15_000, 250 * 2 ** (failuresInARow - 2)))
  }

  function report(error: unknown): void {
    if (error instanceof LeaseLost) return
    trouble = "Sending was interrupted by an error. It is tried again every second."
    house.log({ level: "error", what: "dispatcher", error: String(error) })
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        if (await lease.hold()) await holdOffice()
      } catch (error) {
        report(error)
      }
      if (!stopped) await leaving.rest(longestSleep)
    }
  }

  /** All loops, until the lease ends or one of them fails: then all begin again. */
  async function holdOffice(): Promise<void> {
    const office = { over: false }
    const loop = (work: (mayGoOn: () => boolean) => Promise<void>) =>
      work(() => !stopped && !office.over && lease.isHeld()).finally(() => {
        office.over = true
        wakeAll()
      })
    const ends = await Promise.allSettled([loop(leave), loop(freeze), loop(send)])
    for (const end of ends) if (end.status === "rejected") report(end.reason)
  }

  const running = run()
  return {
    wake: wakeAll,
    health: () => {
      const reason = trouble ?? (isPaused() ? paused?.reason : undefined)
      if (reason) return { well: false, state: "paused", reason }
      if (lease.isHeld()) return { well: true, state: "dispatching" }
      return { well: true, state: "standing-by", reason: "Another process sends." }
    },
    close: async () => {
      stopped = true
      wakeAll()
      const patience = setTimeout(() => closing.abort(), 5_000)
      await running
      await Promise.all([...underWay.values()].map(one => one.done))
      closing.abort()
      clearTimeout(patience)
      await lease.release().catch(report)
    },
  }
}
