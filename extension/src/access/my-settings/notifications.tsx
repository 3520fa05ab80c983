import { Switch } from "../../ui/fields/switch"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { useSession } from "../session"
import { words } from "../words"
import styles from "./my-settings.module.css"
import { useUpdateMe } from "./update-me"

/** What I am told about by e-mail. */
export function Notifications() {
  const { settings } = useSession().me
  const update = useUpdateMe()
  const wanted = { ...settings, ...(update.isPending ? update.variables : {}) }
  return (
    <Section title={words.notifications}>
      <Card>
        <div className={styles.rows}>
          <div className={styles.row}>
            <Switch
              description={words.byEmail}
              isSelected={wanted.notifyOnReply}
              onChange={on => update.mutate({ notifyOnReply: on })}
            >
              {words.notifyOnReply}
            </Switch>
          </div>
          <div className={styles.row}>
            <Switch
              description={words.byEmail}
              isSelected={wanted.notifyOnFailure}
              onChange={on => update.mutate({ notifyOnFailure: on })}
            >
              {words.notifyOnFailure}
            </Switch>
          </div>
          <div className={styles.row}>
            <Switch
              description={words.byEmail}
              isSelected={wanted.notifyOnMention}
              onChange={on => update.mutate({ notifyOnMention: on })}
            >
              {words.notifyOnMention}
            </Switch>
          </div>
        </div>
      </Card>
    </Section>
  )
}
