import { Switch } from "../../ui/fields/switch"
import { ChromeShortcuts } from "../../ui/keyboard/chrome-shortcuts"
import { switchLetters, useLetters } from "../../ui/keyboard/letters"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { words } from "../words"
import styles from "./my-settings.module.css"

export function Keyboard() {
  const areOn = useLetters()
  return (
    <Section title={words.keyboard}>
      <Card>
        <div className={styles.rows}>
          <div className={styles.row}>
            <Switch description={words.lettersMore} isSelected={areOn} onChange={on => void switchLetters(on)}>
              {words.letters}
            </Switch>
          </div>
          <div className={styles.chromeKeys}>
            <ChromeShortcuts />
          </div>
        </div>
      </Card>
    </Section>
  )
}
