import { MySignature } from "../../signatures/my-signature"
import { Button } from "../../ui/buttons/button"
import { SettingsHead } from "../../ui/layout/settings-head"
import { signOut } from "../sign-out"
import { words } from "../words"
import { Devices } from "./devices"
import { Keyboard } from "./keyboard"
import styles from "./my-settings.module.css"
import { Notifications } from "./notifications"
import { PasswordChange } from "./password-change"
import { Profile } from "./profile"
import { TwoFactor } from "./two-factor"

/** What a user sets for herself. */
export function MySettingsPage() {
  return (
    <div className={styles.page}>
      <SettingsHead title={words.mySettings} end={<Button onPress={() => void signOut()}>{words.signOut}</Button>} />
      <Profile />
      <MySignature />
      <Notifications />
      <Keyboard />
      <PasswordChange />
      <TwoFactor />
      <Devices />
    </div>
  )
}
