import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "./free-port.ts"

export type RunningServer = {
  url: string
  data: string
  output: () => string
  /** As a power switch would: no time to tidy up. */
  kill: () => Promise<void>
  stop: () => Promise<number | null>
  /** Starts again on the same data and port. `ahead`: milliseconds that its clock is ahead of ours. */
  restart: (of?: { ahead: number }) => Promise<void>
}

const laterClock = join(import.meta.dirname, "later-clock.ts")
const program = join(import.meta.dirname, "../../backend/src/start/start.ts")

/** `start` as a person runs it, in a process of its own, on a fresh data folder and a free port. */
export async function startCommand(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), "casepost-journey-"))
  const settings = { ...process.env, CASEPOST_DATA: data, PORT: String(port), ...env }
  let child: ChildProcess | undefined
  let output = ""
  const launch = async (ahead?: number) => {
    const started = ahead === undefined ? [program] : ["--import", laterClock, program]
    child = spawn(process.execPath, started, {
      env: { ...settings, ...(ahead === undefined ? {} : { CLOCK_AHEAD: String(ahead) }) },
      stdio: ["ignore", "pipe", "pipe"],
    })
    const running = child
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString()
        if (output.includes("Casepost runs at")) resolve()
      }
      running.stdout?.on("data", read)
      running.stderr?.on("data", read)
      running.once("exit", code => reject(new Error(`start ended with ${code}:\n${output.slice(-3000)}`)))
    })
  }
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>(resolve => {
      if (!child || child.exitCode !== null) return resolve(child?.exitCode ?? null)
      child.once("exit", code => resolve(code))
      child.kill(signal)
    })
  await launch()
  return {
    url: `http://localhost:${port}`,
    data,
    output: () => output,
    kill: async () => {
      await end("SIGKILL")
    },
    stop: () => end("SIGTERM"),
    restart: async of => {
      output = ""
      await launch(of?.ahead)
    },
  }
}

/** Runs `start` where it is expected to refuse. @returns what it said and its exit code */
export function refusedStart(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const read = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    child.once("exit", code => resolve({ code, output }))
  })
}
