import { Kbd } from "../marks/kbd"
import { Dialog } from "../overlays/dialog"
import { words } from "../words"
import { ChromeShortcuts } from "./chrome-shortcuts"
import styles from "./shortcut-list.module.css"

/** One line of the list: what it does, and its keys ("J", "K"; or "Ctrl", "Enter" together). */
export type ListedShortcut = { does: string; keys: readonly string[] }

type ShortcutListProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  shortcuts?: readonly ListedShortcut[]
}

/** The keys of our surfaces, opened with `?`. */
export function ShortcutList({ isOpen, onOpenChange, shortcuts = allShortcuts }: ShortcutListProps) {
  return (
    <Dialog
      title={words.shortcuts.title}
      subtitle={words.shortcuts.subtitle}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <dl className={styles.list}>
        {shortcuts.map(shortcut => (
          <div key={shortcut.does} className={styles.line}>
            <dt>{shortcut.does}</dt>
            <dd className={styles.keys}>
              {shortcut.keys.map(key => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>{words.chromeKeys.title}</h3>
      <ChromeShortcuts />
    </Dialog>
  )
}

/** What this computer calls its control key. */
export const controlKey = /mac/i.test(navigator.userAgent) ? "⌘" : "Ctrl"

const allShortcuts: readonly ListedShortcut[] = [
  { does: words.shortcuts.search, keys: ["/"] },
  { does: words.shortcuts.message, keys: ["M"] },
  { does: words.shortcuts.note, keys: ["N"] },
  { does: words.shortcuts.move, keys: ["J", "K"] },
  { does: words.shortcuts.open, keys: ["Enter"] },
  { does: words.shortcuts.reply, keys: ["R"] },
  { does: words.shortcuts.unread, keys: ["U"] },
  { does: words.shortcuts.menu, keys: ["."] },
  { does: words.shortcuts.undo, keys: ["Z"] },
  { does: words.shortcuts.send, keys: [controlKey, "Enter"] },
  { does: words.shortcuts.sendLater, keys: [controlKey, "Shift", "Enter"] },
  { does: words.shortcuts.toCc, keys: [controlKey, "Shift", "C"] },
  { does: words.shortcuts.toBcc, keys: [controlKey, "Shift", "B"] },
  { does: words.shortcuts.list, keys: ["?"] },
]
