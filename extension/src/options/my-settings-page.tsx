import { Building2 } from "lucide-react"
import { Devices } from "../access/my-settings/devices"
import { Keyboard } from "../access/my-settings/keyboard"
import { Notifications } from "../access/my-settings/notifications"
import { PasswordChange } from "../access/my-settings/password-change"
import { Profile } from "../access/my-settings/profile"
import { TwoFactor } from "../access/my-settings/two-factor"
import { useSession } from "../access/session"
import { signOut } from "../access/sign-out"
import { MySignature } from "../signatures/my-signature"
import { ToolsHere } from "../tools/page/here/tools-here"
import { Button } from "../ui/buttons/button"
import { SettingsHead } from "../ui/layout/settings-head"
import { goTo } from "../ui/place/place"
import styles from "./settings-frame.module.css"
import { words } from "./words"

/** What a user sets for herself. */
export function MySettingsPage() {
  const { membership } = useSession()
  return (
    <div className={styles.ownPage}>
      <SettingsHead
        title={words.mySettings}
        end={
          <>
            {membership.right === "administrator" && (
              <Button icon={Building2} onPress={() => goTo("relations")}>
                {words.organisationSettings}
              </Button>
            )}
            <Button onPress={() => void signOut()}>{words.signOut}</Button>
          </>
        }
      />
      <Profile />
      <MySignature />
      <Notifications />
      <Keyboard />
      <PasswordChange />
      <TwoFactor />
      <ToolsHere />
      <Devices />
    </div>
  )
}
