import { ExternalLink } from "lucide-react"
import { Button } from "../buttons/button"
import { Kbd } from "../marks/kbd"
import { words } from "../words"
import { openChromeShortcuts, useChromeCommands } from "./chrome-commands"
import styles from "./shortcut-list.module.css"

/** The keys that Chrome keeps for Casepost, as they are set, and the way to change them. Nothing where there are none. */
export function ChromeShortcuts() {
  const commands = useChromeCommands()
  if (commands.length === 0) return null
  return (
    <>
      <dl className={styles.list}>
        {commands.map(({ name, does, keys }) => (
          <div key={name} className={styles.line}>
            <dt>{does}</dt>
            <dd className={styles.keys}>
              {keys.length === 0 ? (
                <span className={styles.unset}>{words.chromeKeys.notSet}</span>
              ) : (
                keys.map(key => <Kbd key={key}>{key}</Kbd>)
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.change}>
        <Button kind="link" icon={ExternalLink} onPress={openChromeShortcuts}>
          {words.chromeKeys.change}
        </Button>
      </p>
    </>
  )
}
