import type { Signature } from "@casepost/shared/signatures"
import type { UseMutationResult } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "../ui/buttons/button"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { showToast } from "../ui/feedback/toasts"
import { Card } from "../ui/layout/card"
import { useUnsavedChanges } from "../ui/place/use-unsaved-changes"
import { RichText } from "../ui/text/rich-text"
import { LogoField } from "./logo-field"
import { changeOf, isChanged, type SignatureChange, writtenOf } from "./signature-change"
import styles from "./signature-form.module.css"
import { SignatureShown } from "./signature-shown"
import { words } from "./words"

type SignatureFormProps = {
  kept: Signature
  save: UseMutationResult<Signature, Error, SignatureChange>
  placeholder: string
}

/** Text and logo of a signature, and under it what the customer sees. */
export function SignatureForm({ kept, save, placeholder }: SignatureFormProps) {
  const [written, setWritten] = useState(() => writtenOf(kept))
  const hasChanged = isChanged(written, kept)
  const { question } = useUnsavedChanges(hasChanged)
  const isEmpty = written.html === "" && !written.logo
  function submit() {
    save.mutate(changeOf(written), {
      onSuccess: answer => {
        setWritten(writtenOf(answer))
        showToast({ kind: "success", words: words.saved })
      },
    })
  }
  return (
    <Card>
      <div className={styles.text}>
        <RichText
          label={words.label}
          placeholder={placeholder}
          value={written.html}
          onChange={html => setWritten(now => ({ ...now, html }))}
          hasTools
        />
      </div>
      <div className={styles.part}>
        <LogoField logo={written.logo} onChange={logo => setWritten(now => ({ ...now, logo }))} />
      </div>
      <section className={styles.part} aria-label={words.preview}>
        <p className={styles.label} aria-hidden="true">
          {words.preview}
        </p>
        {isEmpty ? (
          <p className={styles.quiet}>{words.nothing}</p>
        ) : (
          <div className={styles.shown}>
            <SignatureShown signature={{ html: written.html, logo: written.logo }} />
          </div>
        )}
      </section>
      <div className={styles.part}>
        {save.error && <ProblemNotice problem={save.error} />}
        <Button isBusy={save.isPending} isDisabled={!hasChanged} onPress={submit}>
          {words.save}
        </Button>
      </div>
      {question}
    </Card>
  )
}
