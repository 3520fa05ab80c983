import { readPolicy } from "../../api/policy"
import type { LauncherState } from "../../host-page/calls"
import { changeLauncher, readLaunchers } from "../../tools/device/launchers"
import { readUnread } from "../unread-badge"
import { readToolsHere, type ToolHere, toolAt } from "./tools-here"

/** The tools on whose pages the launcher stands: those that read cases, unless it was hidden there or the policy wants none. */
export async function toolsWithLauncher(): Promise<ToolHere[]> {
  const [tools, launchers, policy] = await Promise.all([readToolsHere(), readLaunchers(), readPolicy()])
  if (!policy.launcher) return []
  return tools.filter(tool => tool.readsCases && launchers[tool.id]?.hidden !== true)
}

/** What a launcher in this page shows; undefined where none may stand. */
export async function launcherState(url: string): Promise<LauncherState | undefined> {
  const [tool, withLauncher, launchers] = await Promise.all([toolAt(url), toolsWithLauncher(), readLaunchers()])
  if (!tool || !withLauncher.some(({ id }) => id === tool.id)) return undefined
  return { unread: await readUnread(), top: launchers[tool.id]?.top ?? usualTop }
}

/** Keeps where it was moved to, for all pages of this tool. `top`: in parts of the window's height. */
export async function moveLauncher(url: string, top: number): Promise<void> {
  const tool = await toolAt(url)
  if (tool) await changeLauncher(tool.id, { top: Math.min(1, Math.max(0, top)) })
}

/** Hides it on this tool's pages, on this computer; My settings bring it back. */
export async function hideLauncherAt(url: string): Promise<void> {
  const tool = await toolAt(url)
  if (tool) await changeLauncher(tool.id, { hidden: true })
}

/** As the design shows it, in parts of the window's height. */
const usualTop = 0.1
