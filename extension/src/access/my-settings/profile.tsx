import { type FormEvent, useState } from "react"
import { refusedField } from "../../api/refusal"
import { Button } from "../../ui/buttons/button"
import { TextField } from "../../ui/fields/text-field"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { useSession } from "../session"
import { words } from "../words"
import styles from "./my-settings.module.css"
import { useUpdateMe } from "./update-me"

export function Profile() {
  const { me } = useSession()
  const [name, setName] = useState(me.name)
  const update = useUpdateMe()
  function submit(event: FormEvent) {
    event.preventDefault()
    update.mutate({ name })
  }
  return (
    <Section title={words.profile}>
      <Card>
        <form className={styles.card} onSubmit={submit}>
          <div className={styles.pair}>
            <TextField
              label={words.name}
              autoComplete="name"
              value={name}
              onChange={setName}
              error={refusedField(update.error, "name")}
            />
            <TextField label={words.email} value={me.email} isDisabled />
          </div>
          <div className={styles.foot}>
            <Button type="submit" isBusy={update.isPending} isDisabled={name.trim() === "" || name === me.name}>
              {words.save}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  )
}
