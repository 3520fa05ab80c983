import type { House } from "./context.ts"

/** One JSON line per happening: errors to stderr, everything else to stdout. */
export const writeLine: House["log"] = line => {
  const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`
  if (line.level === "error") process.stderr.write(text)
  else process.stdout.write(text)
}
