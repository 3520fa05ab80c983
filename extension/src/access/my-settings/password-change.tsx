import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { callAuth } from "../../api/auth"
import { changeSession } from "../../api/token"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import { PasswordField } from "../../ui/fields/password-field"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { words } from "../words"
import styles from "./my-settings.module.css"

/** A new password ends every other session; this one goes on with the token that comes back. */
export function PasswordChange() {
  const [current, setCurrent] = useState("")
  const [next, setNext] = useState("")
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: async () => {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const { token } = await callAuth("post", "change-password", { body })
      if (token) await changeSession({ token })
    },
    onSuccess: async () => {
      setCurrent("")
      setNext("")
      showToast({ kind: "success", words: words.passwordChanged })
      await queries.invalidateQueries({ queryKey: ["devices"] })
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate()
  }
  return (
    <Section title={words.changePassword}>
      <Card>
        <form className={styles.card} onSubmit={submit}>
          <div className={styles.pair}>
            <PasswordField
              label={words.currentPassword}
              autoComplete="current-password"
              value={current}
              onChange={setCurrent}
            />
            <PasswordField
              label={words.newPassword}
              autoComplete="new-password"
              description={words.passwordRule}
              value={next}
              onChange={setNext}
            />
          </div>
          {change.error && <ProblemNotice problem={change.error} />}
          <div className={styles.foot}>
            <Button type="submit" isBusy={change.isPending} isDisabled={current === "" || next.length < 10}>
              {words.change}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  )
}
