import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs"
import { join } from "node:path"
import type { Attempt, Mail, MailEvent } from "../mail.ts"

/** What was answered to an idempotency key; `scope` is method, path and key. */
export interface RememberedAnswer {
  scope: string
  bodyHash: string
  answer: unknown
  at: string
}

/**
 * One line of the log. The mails of a request and the answer to its idempotency key share a line, so that a killed
 * process leaves both or neither.
 */
export type LogLine =
  | { kind: "accepted"; mails: Mail[]; remembered?: RememberedAnswer }
  | { kind: "event"; mailId: string; event: MailEvent }
  | { kind: "attempt"; mailId: string; eventId: string; attempt: Attempt }
  | { kind: "rescheduled"; mailId: string; scheduledAt: string | null; canceledAt: string | null; events: MailEvent[] }
  | { kind: "emptied" }

export interface MailLog {
  append(line: LogLine): void
  /** Replaces everything by these lines. */
  rewrite(lines: Iterable<LogLine>): void
  close(): void
}

/** Opens the append-only log in `directory` and hands every whole line it holds to `replay`, oldest first. */
export function openMailLog(directory: string, replay: (line: LogLine) => void): MailLog {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, "mails.jsonl")
  const whole = existsSync(file) ? replayLines(readFileSync(file), replay) : 0
  let descriptor = openSync(file, "a")
  // A process killed while writing leaves half a line; what comes next must not be glued to it.
  ftruncateSync(descriptor, whole)

  return {
    append(line) {
      writeSync(descriptor, `${JSON.stringify(line)}\n`)
    },
    rewrite(lines) {
      const fresh = `${file}.new`
      const target = openSync(fresh, "w")
      for (const line of lines) writeSync(target, `${JSON.stringify(line)}\n`)
      closeSync(target)
      closeSync(descriptor)
      renameSync(fresh, file)
      descriptor = openSync(file, "a")
    },
    close() {
      closeSync(descriptor)
    },
  }
}

function replayLines(bytes: Buffer, replay: (line: LogLine) => void): number {
  let start = 0
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    replay(JSON.parse(bytes.toString("utf8", start, end)) as LogLine)
    start = end + 1
  }
  return start
}
