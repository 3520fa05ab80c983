import fieldMarkUrl from "url:../../host-page/field-mark.ts"
import launcherUrl from "url:../../host-page/launcher.ts"
import { originPattern, readToolAddress } from "@casepost/shared/tool-addresses"
import { scriptFile } from "../../host-page/script-file"
import { orderPage, orderTab } from "../orders"
import { toolsWithLauncher } from "./launchers"
import { readToolsHere, type ToolHere } from "./tools-here"

type Script = Omit<chrome.scripting.RegisteredContentScript, "id" | "js" | "matches"> & {
  id: string
  js: string[]
  matches: string[]
}

let running: Promise<void> = Promise.resolve()

/**
 * Puts our scripts where they belong and nowhere else: registered for the origins of the tools that are on, put into tabs that are open already,
 * taken out of those whose tool went off. Run again and again it changes nothing; `isNew`: the extension itself is new, so open tabs need them too.
 */
export function putScriptsRight({ isNew = false } = {}): Promise<void> {
  running = running.then(() => putRight(isNew)).catch(() => undefined)
  return running
}

async function putRight(isNew: boolean): Promise<void> {
  const wanted = await wantedScripts()
  const registered = await chrome.scripting.getRegisteredContentScripts()
  const isRight = ({ id, js, matches }: Script) => {
    const now = registered.find(one => one.id === id)
    return now && String(now.js) === String(js) && String(now.matches) === String(matches)
  }
  const changed = wanted.filter(script => !isRight(script))
  const gone = registered.filter(({ id }) => !wanted.some(one => one.id === id) || changed.some(one => one.id === id))
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) })
  if (changed.length > 0) await chrome.scripting.registerContentScripts(changed)
  await Promise.all((isNew ? wanted : changed).map(putIntoOpenTabs))
  if (gone.length > 0) await takeFromOpenTabs(wanted)
}

async function wantedScripts(): Promise<Script[]> {
  const [tools, withLauncher] = await Promise.all([readToolsHere(), toolsWithLauncher()])
  const marking = tools.filter(({ marksFields }) => marksFields)
  const scripts: Script[] = [
    { id: "launcher", js: [scriptFile(launcherUrl)], matches: originsOf(withLauncher), runAt: "document_idle" },
    {
      id: "fields",
      js: [scriptFile(fieldMarkUrl)],
      matches: pagesOf(marking),
      runAt: "document_idle",
      allFrames: true,
    },
  ]
  return scripts.filter(({ matches }) => matches.length > 0)
}

/** A launcher that stands already does not stand twice: the script sees to that itself. */
async function putIntoOpenTabs({ js, matches, allFrames = false }: Script): Promise<void> {
  const tabs = await chrome.tabs.query({ url: matches, discarded: false })
  const put = ({ id }: chrome.tabs.Tab) =>
    id !== undefined && chrome.scripting.executeScript({ target: { tabId: id, allFrames }, files: js }).catch(() => [])
  await Promise.all(tabs.map(put))
}

/** Without Chrome's permission the address of a tab is not told any more, so every tab that is not known to be right hears it. */
async function takeFromOpenTabs(wanted: readonly Script[]): Promise<void> {
  const [tabs, tools] = await Promise.all([chrome.tabs.query({}), readToolsHere()])
  const origins = originsOf(tools)
  const on = new Set((origins.length > 0 ? await chrome.tabs.query({ url: origins }) : []).map(({ id }) => id))
  const launcher = wanted.find(({ id }) => id === "launcher")
  const kept = new Set((launcher ? await chrome.tabs.query({ url: launcher.matches }) : []).map(({ id }) => id))
  const away = ({ id }: chrome.tabs.Tab) => {
    if (id === undefined || kept.has(id)) return undefined
    return on.has(id) ? orderPage(id, { kind: "launcher-away" }) : orderTab(id, { kind: "all-away" })
  }
  await Promise.all(tabs.map(away))
}

function originsOf(tools: readonly ToolHere[]): string[] {
  return [...new Set(tools.map(({ address }) => originPattern(address)))].sort()
}

/** The pages under the addresses of tools, for a script that asks nobody before it shows itself: two tools may share an origin. */
function pagesOf(tools: readonly ToolHere[]): string[] {
  const pages = tools.map(({ address }) => {
    const { origin, path } = readToolAddress(address)
    const segments = path.map(part => (part === "{administration}" ? "*" : encodeURIComponent(part)))
    return `${[origin, ...segments].join("/")}${segments.length > 0 ? "*" : "/*"}`
  })
  return [...new Set(pages)].sort()
}
