import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ConfigError } from "../config.ts"

type Holder = { pid: number; started: string; address: string }

/**
 * Takes the data folder for this process: the embedded database loses rows when two processes open it, and has no lock of its own
 * (electric-sql/pglite issue 1106). A lock whose process is gone is taken over; one whose process lives is never stolen.
 * @returns gives the folder back
 * @throws ConfigError naming the process that has it, or why the folder cannot be used
 */
export function lockFolder(folder: string, address: string): () => void {
  const file = join(folder, "lock")
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), address }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new ConfigError(
      `The data folder ${folder} cannot be used: ${(error as Error).message}. Set CASEPOST_DATA to another one.`,
    )
  }
  for (let tries = 0; tries < 5; tries++) {
    if (writeNew(file, mine)) return () => giveBack(file)
    const holder = readHolder(file)
    if (holder && isAlive(holder)) throw takenBy(folder, holder)
    takeAside(file, holder)
  }
  throw new ConfigError(`The data folder ${folder} is being opened by several processes at once. Start again.`)
}

function takenBy(folder: string, holder: Holder): ConfigError {
  return new ConfigError(
    `Casepost is already running on ${folder}: process ${holder.pid}, ${holder.address}. Stop that one first, or set CASEPOST_DATA to another folder.`,
  )
}

function writeNew(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false
    throw new ConfigError(
      `The data folder cannot be written to: ${(error as Error).message}. Set CASEPOST_DATA to another one.`,
    )
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder
  } catch {
    return undefined
  }
}

/** Moves a dead process's lock out of the way, and puts it back when it turns out that another starter was quicker. */
function takeAside(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.pid !== dead?.pid && isAlive(moved)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function giveBack(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
  // The number may have gone to another process since (a restarted computer): then it started at another moment.
  const started = startOf(holder.pid)
  return started === "" || holder.started === "" || started === holder.started
}

/** When a process started, in clock ticks since boot, with the boot's id; empty where /proc does not exist. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`
  } catch {
    return ""
  }
}
