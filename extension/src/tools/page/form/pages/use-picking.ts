import { useEffect, useRef, useState } from "react"
import { addPicked, onPicked, type Picked } from "../../../pick/picked"
import { startPicking } from "../../../pick/start-picking"
import { words } from "../../words"
import { addressOf, patternRow, type Written } from "../written"

export type Picking = {
  /** Within a click: Chrome may have to be asked. */
  start: () => void
  isRunning: boolean
  /** How the last one ended. */
  said: { words: string; isGood: boolean } | undefined
}

type PickingOf = {
  id: string | undefined
  written: Written
  change: (change: (now: Written) => Written) => void
  /** The address says so: it begins at once, if Chrome still counts the click that led here. */
  isToBePicked: boolean
}

/** Points at the number on a page of the tool, and takes what was pointed at into the form; saving it is another deed. */
export function usePicking({ id, written, change, isToBePicked }: PickingOf): Picking {
  const [isRunning, setRunning] = useState(false)
  const [said, setSaid] = useState<Picking["said"]>()
  const hasBegun = useRef(false)
  const address = addressOf(written)
  const tool = id ?? address
  const latest = useRef(change)
  latest.current = change

  useEffect(() => {
    if (!tool) return
    return onPicked(tool, picked => {
      latest.current(now => withPicked(now, picked))
      setSaid({ words: words.picked, isGood: true })
    })
  }, [tool])

  async function run(): Promise<void> {
    if (!address) return
    setRunning(true)
    setSaid(undefined)
    const administrationId = written.administrationBy === "fixed" ? written.administrationId : null
    try {
      const end = await startPicking({ ...(id ? { id } : {}), name: written.name.trim(), address, administrationId })
      if (end === "refused") setSaid({ words: words.pickRefused(new URL(address).origin), isGood: false })
      if (end === "nothing") setSaid({ words: words.pickedNothing, isGood: false })
    } catch {
      setSaid({ words: words.pickFailed, isGood: false })
    } finally {
      setRunning(false)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the address of the page said
  useEffect(() => {
    if (!isToBePicked || hasBegun.current) return
    hasBegun.current = true
    if (navigator.userActivation.isActive) void run()
    else setSaid({ words: words.pickHere, isGood: true })
  }, [isToBePicked])
  return { start: () => void run(), isRunning, said }
}

function withPicked(now: Written, picked: Picked): Written {
  const known = new Set(now.patterns.map(({ text }) => text.trim()))
  const fresh = picked.numberPatterns.filter(pattern => !known.has(pattern))
  return {
    ...now,
    readsCases: true,
    pages: addPicked(now.pages, picked),
    patterns: [...now.patterns, ...fresh.map(patternRow)].slice(0, 20),
  }
}
