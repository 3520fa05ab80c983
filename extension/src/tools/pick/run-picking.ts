import { matchToolAddress } from "@casepost/shared/tool-addresses"
import type { PickAnswer, PickedPlace, PickOrder, PickView } from "../../host-page/pick/pick-calls"
import { pickSteps } from "../../host-page/pick/pick-calls"
import { askNumbers } from "./ask-numbers"
import { readOwnFont } from "./own-font"
import { pickedOf } from "./pages-of"
import type { Picked } from "./picked"
import { readPickAnswer } from "./read-pick-answer"
import type { PickedTool } from "./start-picking"
import type { ToolTab } from "./tool-tab"

type Running = ToolTab & { tool: PickedTool; script: string }

/**
 * Puts picking into a tab and follows it, step by step, to its end. Over a port, so that the page cleans up by itself when this page of ours
 * goes; on another page of the tool it goes on only while somebody is using the page. @returns what was pointed at, if anything
 */
export function runPicking({ tool, tabId, isNew, script }: Running, signal: AbortSignal): Promise<Picked | undefined> {
  return new Promise(resolve => {
    const places: PickedPlace[] = []
    let view: PickView = { step: "number", done: [], isUsing: isNew, isDark: isDark() }
    let port: chrome.runtime.Port | undefined
    const ask = askNumbers(tool.administrationId ?? undefined)

    const end = () => {
      chrome.tabs.onRemoved.removeListener(removed)
      chrome.tabs.onUpdated.removeListener(updated)
      signal.removeEventListener("abort", end)
      if (port) tell(port, { kind: "end" })
      port?.disconnect()
      port = undefined
      resolve(pickedOf(tool, places))
    }
    const show = (next: Partial<PickView>) => {
      view = { ...view, ...next, isDark: isDark() }
      if (port) tell(port, { kind: "show", ...view })
    }
    const goOn = () => {
      const step = pickSteps[pickSteps.indexOf(view.step) + 1]
      if (step) show({ step })
      else end()
    }
    const heard: { [Kind in PickAnswer["kind"]]: (answer: Extract<PickAnswer, { kind: Kind }>) => void } = {
      ask: ({ texts }) => void ask(texts).then(known => port && tell(port, { kind: "known", asked: texts, ...known })),
      chosen: ({ place }) => {
        // A page that is none of the tool's (a frame of another origin) makes no rule for it.
        if (place.step !== view.step || !matchToolAddress(tool.address, place.page)) return
        places.push(place)
        view = { ...view, done: [...view.done, place.step] }
        goOn()
      },
      skip: goOn,
      stop: end,
      "use-page": () => show({ isUsing: true }),
      point: () => show({ isUsing: false }),
    }
    const connect = async () => {
      const [font] = await Promise.all([
        readOwnFont(),
        chrome.scripting.executeScript({ target: { tabId }, files: [script] }),
      ])
      if (signal.aborted) return
      const opened = chrome.tabs.connect(tabId, { name: "pick", frameId: 0 })
      port = opened
      opened.onMessage.addListener(message => {
        const answer = readPickAnswer(message)
        if (answer && port === opened) heard[answer.kind](answer as never)
      })
      opened.onDisconnect.addListener(() => {
        void chrome.runtime.lastError
        if (port !== opened) return
        port = undefined
        if (!view.isUsing) end()
      })
      show(font ? { font } : {})
    }
    const isOfTool = async () => {
      const tab = await chrome.tabs.get(tabId)
      return tab.status === "complete" && tab.url !== undefined && matchToolAddress(tool.address, tab.url) !== undefined
    }
    const again = () =>
      void isOfTool()
        .then(isThere => (isThere && !port && !signal.aborted ? connect() : undefined))
        .catch(() => {})
    const removed = (id: number) => id === tabId && end()
    const updated = (id: number, change: { status?: string }) => {
      if (id === tabId && change.status === "complete" && view.isUsing) again()
    }
    chrome.tabs.onRemoved.addListener(removed)
    chrome.tabs.onUpdated.addListener(updated)
    signal.addEventListener("abort", end)
    // A page that lets no script in (the store, an error page): nothing to point at.
    if (isNew) again()
    else connect().catch(end)
  })
}

function tell(port: chrome.runtime.Port, order: PickOrder): void {
  try {
    port.postMessage(order)
  } catch {
    // The page went away at this very moment; its disconnecting says so.
  }
}

function isDark(): boolean {
  return matchMedia("(prefers-color-scheme: dark)").matches
}
