/** A Chromium that reads a policy file, without root: /etc/chromium is another folder in a namespace of its own. */
import { spawnSync } from "node:child_process"
import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { browserPath } from "./browser.ts"
import { extensionId } from "./extension.ts"

/** Whether policies can be tried here: Linux, a Chromium that reads /etc/chromium, and a kernel that lets users make namespaces. */
export function canTryPolicy(): boolean {
  if (process.platform !== "linux" || !/\/chromium(-browser)?$/.test(browserPath())) return false
  return spawnSync("unshare", ["-rm", "mount", "--bind", tmpdir(), "/etc/chromium"]).status === 0
}

/** A command that starts Chromium with this policy for Casepost. */
export async function browserWithPolicy(policy: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "casepost-policy-"))
  await mkdir(join(folder, "policies/managed"), { recursive: true })
  const written = { "3rdparty": { extensions: { [extensionId]: policy } } }
  await writeFile(join(folder, "policies/managed/casepost.json"), JSON.stringify(written))
  const command = join(folder, "chromium")
  const inside = `mount --bind ${folder} /etc/chromium && exec ${browserPath()} "$@"`
  await writeFile(command, `#!/bin/sh\nexec unshare -rm sh -c '${inside}' chromium "$@"\n`)
  await chmod(command, 0o755)
  return command
}
