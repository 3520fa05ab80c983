/** Where the launcher of each tool stands on this computer, and whether it was hidden. Plain: the worker reads it too. */
export const launchersKey = "launchers"

/** `top`: in parts of the window's height, 0 to 1. */
export type LauncherHere = { hidden?: boolean; top?: number }
export type LaunchersHere = Readonly<Record<string, LauncherHere>>

export async function readLaunchers(): Promise<LaunchersHere> {
  const kept = (await chrome.storage.local.get(launchersKey))[launchersKey]
  return typeof kept === "object" && kept !== null ? (kept as LaunchersHere) : {}
}

export function hideLauncher(toolId: string): Promise<void> {
  return changeLauncher(toolId, { hidden: true })
}

export function showLauncher(toolId: string): Promise<void> {
  return changeLauncher(toolId, { hidden: false })
}

/** One change at a time, in all our pages and the worker: none is lost. */
export async function changeLauncher(toolId: string, change: LauncherHere): Promise<void> {
  await navigator.locks.request(launchersKey, async () => {
    const launchers = await readLaunchers()
    const next = { ...launchers[toolId], ...change }
    await chrome.storage.local.set({ [launchersKey]: { ...launchers, [toolId]: next } })
  })
}
