import type { Tool, ToolBody } from "@casepost/shared/tools"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { isRefused } from "../../../api/refusal"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { clearSuccess } from "../../../ui/feedback/toasts"
import { goTo } from "../../../ui/place/place"
import { useUnsavedChanges } from "../../../ui/place/use-unsaved-changes"
import { FormHead } from "../../../ui/writing/form-head"
import { StaleNotice } from "../../../ui/writing/stale-notice"
import { words } from "../words"
import { AdministrationField } from "./administration/administration-field"
import { PagesField } from "./pages/pages-field"
import { PatternsField } from "./patterns/patterns-field"
import styles from "./tool-form.module.css"
import { UseField } from "./use-field"
import { WhereFields } from "./where-fields"
import { bodyOf, type Written, writtenOf } from "./written"
import { isAnyWrong, wrongIn } from "./wrong"

/** Saving as the form sees it. `saveOver`: over what somebody else changed meanwhile. */
export type Saving = {
  save: (body: ToolBody) => Promise<Tool>
  saveOver?: (body: ToolBody) => Promise<Tool>
  isPending: boolean
  error: Error | null
  sent: ToolBody | undefined
}

type ToolFormProps = {
  start: Partial<Tool>
  /** Left out: a new one. */
  tool?: Tool
  /** Begins with pointing at the number on a page. */
  isToBePicked: boolean
  saving: Saving
  onSaved: (saved: Tool) => void
}

/** Writes a tool: where it is, what Casepost does there, whose numbers, how they look, and where they stand on its pages. */
export function ToolForm({ start, tool, isToBePicked, saving, onSaved }: ToolFormProps) {
  const [written, setWritten] = useState(() => writtenOf(start))
  const [before] = useState(() => JSON.stringify(bodyOf(writtenOf(start), true)))
  const [isTried, setTried] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const body = bodyOf(written, tool?.on ?? true)
  const isChanged = !isSaved && JSON.stringify({ ...body, on: true }) !== before
  const { ask, question } = useUnsavedChanges(isChanged)
  const wrong = wrongIn(written, { error: saving.error, sent: saving.sent, isTried, body })
  const change = (part: Partial<Written>) => setWritten(now => ({ ...now, ...part }))
  useEffect(clearSuccess, [])

  /** What was refused stands beside its field: the first of them gets the focus, once it is drawn. */
  function focusWrong() {
    const first = "[data-invalid] input, [data-wrong] input, [data-wrong] button"
    setTimeout(() => element.current?.querySelector<HTMLElement>(first)?.focus(), 60)
  }
  async function save(by: Saving["save"] | undefined = saving.save) {
    setTried(true)
    if (saving.isPending) return
    const now = wrongIn(written, { error: null, sent: undefined, isTried: true, body })
    if (isAnyWrong(now)) return focusWrong()
    try {
      const saved = await by(body)
      setSaved(true)
      onSaved(saved)
    } catch {
      focusWrong()
    }
  }
  const title = tool?.name ?? words.newTitle
  return (
    <form
      ref={element}
      className={styles.form}
      aria-label={title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        // What floats over the page has forms of its own, and hands their submits up to here.
        if (event.target === event.currentTarget) void save()
      }}
    >
      <FormHead
        kicker={words.kicker}
        list={{ title: words.title, href: "#/tools" }}
        title={title}
        save={tool ? words.save : words.add}
        isChanged={isChanged}
        isBusy={saving.isPending}
        onCancel={() => ask(() => goTo("tools"))}
      />
      <div className={styles.columns}>
        <div className={styles.fields}>
          {tool && isRefused(saving.error, "stale-tool") && (
            <StaleNotice
              theirs={{ title: words.seeTheirs, href: `#/tools/${tool.id}` }}
              isBusy={saving.isPending}
              onSaveOver={() => void save(saving.saveOver)}
            >
              {words.stale}
            </StaleNotice>
          )}
          {wrong.other && <ProblemNotice problem={wrong.other} />}
          <WhereFields written={written} change={change} wrong={wrong} isNew={!tool} />
          <UseField written={written} change={change} wrong={wrong.use} />
          <AdministrationField written={written} change={change} wrong={wrong} />
        </div>
        <div className={styles.fields}>
          <PatternsField written={written} change={change} wrong={wrong.patterns} />
          <PagesField
            id={tool?.id}
            written={written}
            change={setWritten}
            wrong={wrong.pages}
            isToBePicked={isToBePicked}
          />
        </div>
      </div>
      {question}
    </form>
  )
}
