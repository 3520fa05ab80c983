import type { Expression } from "../../host-page/rules"

/**
 * The expression of a page's path as people write it: `*` is (part of) one segment, `**` the rest, `{id}` one segment that is read. What
 * follows in query and fragment is ignored unless the path speaks of it. It takes time in proportion to the address, whatever is written:
 * a segment has one run, `**` stands once, and neither can cross what delimits it.
 */
export function globExpression(glob: string): Expression {
  const written = glob.startsWith("/") || glob.startsWith("#") || glob.startsWith("?") ? glob : `/${glob}`
  let hasRest = false
  let hasId = false
  let isRunning = false
  const source = written
    .split(/(\*\*|\*|\{id\}|[/?#&=])/)
    .map(part => {
      if (/^[/?#&=]$/.test(part)) isRunning = false
      const isRun = part === "*" || part === "**" || part === "{id}"
      if (!isRun || isRunning) return escaped(part)
      isRunning = true
      if (part === "{id}" && !hasId) {
        hasId = true
        return "(?<id>[^/?#&=]+)"
      }
      if (part === "**" && !hasRest) {
        hasRest = true
        return ".*"
      }
      return "[^/?#&=]*"
    })
    .join("")
  return { source: `^${source}${rest(written)}$`, flags: "" }
}

function rest(glob: string): string {
  if (glob.includes("#")) return "(?:[?&].*)?"
  return glob.includes("?") ? "(?:[&#].*)?" : "\\/?(?:[?#].*)?"
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
}
