/** One happening. Never in it: tokens, cookies, queries, bodies, e-mail addresses. */
export type LogLine = { level: "info" | "warn" | "error"; what: string } & Record<string, unknown>

/** Writes one JSON line per happening: errors to stderr, everything else to stdout. */
export function writeLine(line: LogLine): void {
  const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`
  if (line.level === "error") process.stderr.write(text)
  else process.stdout.write(text)
}
