import { useEffect, useState } from "react"
import { words } from "../words"

/** A key that works in every page of the browser. `keys`: as Chrome really has it; none where it is not set. */
export type ChromeCommand = { name: string; does: string; keys: readonly string[] }

/** What Chrome has set at this moment: another extension may have had the key first, and everybody can change it. */
export async function readCommands(): Promise<ChromeCommand[]> {
  const commands = await chrome.commands.getAll()
  return commands.map(({ name = "", description = "", shortcut = "" }) => ({
    name,
    does: doesOf(name) ?? description,
    keys: keysOf(shortcut),
  }))
}

/** Read again whenever the page is looked at again: Chrome tells nobody of a change. */
export function useChromeCommands(): readonly ChromeCommand[] {
  const [commands, setCommands] = useState<readonly ChromeCommand[]>([])
  useEffect(() => {
    let isOver = false
    const read = () =>
      void readCommands().then(read => {
        if (!isOver) setCommands(read)
      })
    read()
    window.addEventListener("focus", read)
    document.addEventListener("visibilitychange", read)
    return () => {
      isOver = true
      window.removeEventListener("focus", read)
      document.removeEventListener("visibilitychange", read)
    }
  }, [])
  return commands
}

/** Where a person sets them: no page but Chrome's own may. */
export function openChromeShortcuts(): void {
  void chrome.tabs.create({ url: "chrome://extensions/shortcuts" })
}

function doesOf(name: string): string | undefined {
  return (words.chromeKeys.does as Record<string, string>)[name]
}

/** `Alt+Shift+M` is three keys; a Mac writes `⌥⇧M`. */
export function keysOf(shortcut: string): string[] {
  if (shortcut === "") return []
  return shortcut.includes("+") ? shortcut.split("+").filter(Boolean) : [...shortcut]
}
