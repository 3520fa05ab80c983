import type { Attachment } from "@casepost/shared/attachments"
import type { CaseDetail } from "@casepost/shared/cases"
import type { Language } from "@casepost/shared/organisations"
import type { ChosenStandardMessage, StandardMessageSummary } from "@casepost/shared/standard-messages"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { Uploads } from "../../attachments/field/use-uploads"
import type { DraftKeeper } from "../../drafts/draft-keeper"
import type { People } from "../../relations/recipients/people"
import { chooseStandardMessage } from "../../standard-messages/choose-standard-message"
import { showToast } from "../../ui/feedback/toasts"
import { words } from "../words"
import { type Brought, broughtAsItStands, takeOut, type Written } from "./brought"
import { type Manner, putIn, typedIn } from "./put-in"

type Choosing = {
  of: Pick<CaseDetail, "ref">
  keeper: DraftKeeper
  uploads: Uploads
  people: People
  standardMessageId: string | null
}

/** Something stands where a standard message would go: it is asked what becomes of it. */
export type StandardMessageQuestion = { chosen: ChosenStandardMessage; typed: { subject: boolean; text: boolean } }

/** A standard message was put in, or taken out; `before` puts everything back as it was. */
export type StandardMessageDone = { chosen: ChosenStandardMessage | undefined; before: Written; after: Written }

/** The standard message of a message that is being written: chosen, asked about, put in, undone, taken out. */
export function useStandardMessage({ of, keeper, uploads, people, standardMessageId }: Choosing) {
  const queries = useQueryClient()
  // Known before the draft tells of its change: no render finds a standard message that nobody knows.
  const brought = useRef<Brought | undefined>(undefined)
  const [question, setQuestion] = useState<StandardMessageQuestion | undefined>()
  const [done, setDone] = useState<StandardMessageDone | undefined>()
  const [error, setError] = useState<Error | undefined>()
  const [wentWithoutPdf, setWentWithoutPdf] = useState<string | undefined>()
  const known = brought.current?.standardMessageId === standardMessageId ? brought.current : undefined
  // A draft that was begun elsewhere knows only which one it was.
  const standing = useQuery({
    ...chooseStandardMessage({ id: standardMessageId ?? "", caseRef: of.ref }),
    enabled: standardMessageId !== null && !known,
  })
  // A file may have come while a standard message was read.
  const latest = useRef(uploads)
  latest.current = uploads
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  const now = (): Written => ({ content: keeper.read().content, files: filesThere(latest.current) })

  function knownBrought(): Brought | undefined {
    const { content } = keeper.read()
    if (content.standardMessageId === null) return undefined
    if (brought.current?.standardMessageId === content.standardMessageId) return brought.current
    return standing.data?.id === content.standardMessageId ? broughtAsItStands(content, standing.data) : undefined
  }
  function withoutFormer(): Written {
    const former = knownBrought()
    return former ? takeOut(now(), former) : now()
  }
  /** Gives whether it was put in at once; else it is asked about, or it could not be read. */
  async function choose(wanted: { id: string; language?: Language | undefined }): Promise<boolean> {
    setError(undefined)
    try {
      const asked = chooseStandardMessage({ ...wanted, caseRef: of.ref })
      // A key of its own: what the preview asked for is given up when its list closes.
      const chosen = await queries.fetchQuery({ ...asked, queryKey: [...asked.queryKey, "put in"], staleTime: 0 })
      // The form was left: its draft stays as it was.
      if (isGone.current) return false
      const typed = typedIn(withoutFormer().content, chosen)
      if (!typed.subject && !typed.text) return put(chosen, "replace")
      setDone(undefined)
      setQuestion({ chosen, typed })
    } catch (failure) {
      setError(failure as Error)
    }
    return false
  }
  function put(chosen: ChosenStandardMessage, manner: Manner): true {
    const before = now()
    const { brought: came, ...after } = putIn(withoutFormer(), { chosen, manner }, people)
    brought.current = came
    keeper.restore(after.content, after.files)
    setDone({ chosen, before, after })
    setQuestion(undefined)
    return true
  }
  function undo() {
    if (!done) return
    const { before, after } = done
    // What was typed since goes with it, so that it can be had back.
    const latest = now()
    keeper.restore(before.content, before.files)
    setDone(undefined)
    if (latest.content.bodyHtml === after.content.bodyHtml && latest.content.subject === after.content.subject) return
    showToast({
      kind: "success",
      words: words.standard.undone,
      action: { label: words.standard.redo, onPress: () => keeper.restore(latest.content, latest.files) },
    })
  }
  function clear() {
    const before = now()
    const after = withoutFormer()
    const left = { ...after, content: { ...after.content, standardMessageId: null } }
    keeper.restore(left.content, left.files)
    setQuestion(undefined)
    setDone({ chosen: undefined, before, after: left })
  }
  const description = known?.description ?? standing.data?.description
  const isThere = known ?? knownBrought()
  return {
    /** What the row says was chosen. */
    description: standardMessageId === null ? undefined : (description ?? (standing.error ? words.standard.gone : "")),
    /** What came with it, for the marks on its recipients. */
    brought: isThere,
    /** The invoice's PDF it asks for is missing, no file stands in for it, and nobody said to go without. */
    isPdfWanted:
      of.ref.kind === "invoice" &&
      isThere?.isPdfMissing === true &&
      isThere.standardMessageId !== wentWithoutPdf &&
      uploads.files.every(file => file.state === "done" && isThere.fileIds.includes(file.attachment.id)),
    goWithoutPdf: () => setWentWithoutPdf(isThere?.standardMessageId),
    question,
    done,
    error,
    choose: (summary: Pick<StandardMessageSummary, "id">, language: Language | undefined) =>
      choose({ id: summary.id, language }),
    answer: (manner: Manner) => question !== undefined && put(question.chosen, manner),
    cancel: () => setQuestion(undefined),
    undo,
    clear,
    read: () => setDone(undefined),
  }
}

function filesThere({ files }: Uploads): Attachment[] {
  return files.flatMap(file => (file.state === "done" ? [file.attachment] : []))
}

export type StandardMessage = ReturnType<typeof useStandardMessage>
