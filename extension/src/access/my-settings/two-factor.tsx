import { ShieldAlert, ShieldCheck } from "lucide-react"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { useSession } from "../session"
import { words } from "../words"
import styles from "./my-settings.module.css"
import { TurnOffTwoFactor } from "./turn-off-two-factor"
import { TurnOnTwoFactor } from "./turn-on-two-factor"

export function TwoFactor() {
  const { twoFactor } = useSession().me
  // Kept apart from what holds: the backup codes are shown when the second factor is already on.
  const [asking, setAsking] = useState<"on" | "off" | undefined>()
  const close = () => setAsking(undefined)
  const Shield = twoFactor ? ShieldCheck : ShieldAlert
  return (
    <Section title={words.twoFactor}>
      <Card>
        <div className={styles.rows}>
          <div className={styles.row}>
            <Shield size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles.words}>{twoFactor ? words.twoFactorOn : words.twoFactorOff}</span>
            <Button onPress={() => setAsking(twoFactor ? "off" : "on")}>
              {twoFactor ? words.turnOff : words.turnOn}
            </Button>
          </div>
        </div>
      </Card>
      {asking === "off" && <TurnOffTwoFactor onClose={close} />}
      {asking === "on" && <TurnOnTwoFactor onClose={close} />}
    </Section>
  )
}
