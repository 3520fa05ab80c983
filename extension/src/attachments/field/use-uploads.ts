import type { Attachment } from "@casepost/shared/attachments"
import { useEffect, useRef, useState } from "react"
import { isRefused, Refusal } from "../../api/refusal"
import { deleteAttachment } from "../delete-attachment"
import { uploadAttachment } from "../upload-attachment"
import { words } from "../words"
import { type Upload, whyRefused } from "./uploads"

export type Uploads = {
  files: readonly Upload[]
  add: (files: readonly File[]) => void
  remove: (key: string) => void
  retry: (key: string) => void
}

/**
 * The files of a message that is being written: each is uploaded at once, one after the other. `onChange` gets the files that
 * are there whenever one came or went. A new `startedWith` array replaces what stands here (a restored draft).
 */
export function useUploads(
  startedWith: readonly Attachment[],
  onChange: (done: readonly Attachment[]) => void,
): Uploads {
  const [files, setFiles] = useState<readonly Upload[]>(() => startedWith.map(one => asDone(one)))
  const latest = useRef(files)
  const running = useRef(new Map<string, AbortController>())
  const tell = useRef(onChange)
  tell.current = onChange

  function write(next: readonly Upload[]) {
    latest.current = next
    setFiles(next)
  }
  function change(key: string, changed: Upload) {
    write(latest.current.map(file => (file.key === key ? changed : file)))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another restored draft replaces the files
  useEffect(() => {
    const unfinished = latest.current.filter(file => file.state !== "done")
    write([...startedWith.map(one => asDone(one)), ...unfinished])
  }, [startedWith])
  useEffect(
    () => () => {
      for (const one of running.current.values()) one.abort()
    },
    [],
  )

  async function send(key: string, file: File) {
    const stop = new AbortController()
    running.current.set(key, stop)
    const at = { key, name: file.name, size: file.size, file }
    change(key, { ...at, state: "uploading", sent: 0 })
    try {
      const attachment = await uploadAttachment(file, {
        signal: stop.signal,
        onProgress: sent => change(key, { ...at, state: "uploading", sent: Math.min(sent, file.size) }),
      })
      change(key, asDone(attachment, key))
      tell.current(doneOf(latest.current))
    } catch (error) {
      if (!stop.signal.aborted) change(key, failedOf(at, error))
    } finally {
      running.current.delete(key)
    }
  }

  return {
    files,
    add: chosen => {
      for (const file of chosen) {
        const key = crypto.randomUUID()
        const why = whyRefused(file, latest.current)
        const at = { key, name: file.name, size: file.size }
        write([...latest.current, why ? { ...at, state: "refused", why } : { ...at, state: "queued", file, sent: 0 }])
        if (!why) void send(key, file)
      }
    },
    remove: key => {
      const removed = latest.current.find(file => file.key === key)
      running.current.get(key)?.abort()
      write(latest.current.filter(file => file.key !== key))
      if (removed?.state !== "done") return
      tell.current(doneOf(latest.current))
      void deleteAttachment(removed.attachment.id)
    },
    retry: key => {
      const failed = latest.current.find(file => file.key === key)
      if (failed?.state === "failed") void send(key, failed.file)
    },
  }
}

function asDone(attachment: Attachment, key = attachment.id): Upload {
  return { key, name: attachment.name, size: attachment.size, state: "done", attachment }
}

function doneOf(files: readonly Upload[]): Attachment[] {
  return files.flatMap(file => (file.state === "done" ? [file.attachment] : []))
}

function failedOf(at: { key: string; name: string; size: number; file: File }, error: unknown): Upload {
  const isFinal = isRefused(error, "too-large", "attachment-refused")
  const why = error instanceof Refusal && error.code !== "unreachable" ? error.message : words.failed
  if (isFinal) return { key: at.key, name: at.name, size: at.size, state: "refused", why }
  return { ...at, state: "failed", why }
}
