/**
 * How an administration's numbers look, without a language to learn: `#` is one digit, `@` one letter, `*` a run of 1 to 20 letters and
 * digits, everything else stands for itself: `VF-####-#####`. No regular expression comes from a setting, so none can hang a page.
 */
const mostPatternLength = 40

/** In words what is wrong with a pattern, if anything: too long, nothing fixed in it that could be found, more than two runs. */
export function wrongPattern(pattern: string): string | undefined {
  const text = pattern.trim()
  if (text.length < 3) return "Write at least three characters, such as VF-####-#####."
  if (text.length > mostPatternLength) return `At most ${mostPatternLength} characters.`
  if (!/[#*]/.test(text)) return "Write # where a digit stands, such as VF-####-#####."
  if ((text.match(/\*/g) ?? []).length > 2) return "Use * at most twice."
  if (/\*\*/.test(text)) return "Two * cannot stand side by side."
  if (/[\s<>"'`]/.test(text)) return "Spaces and quotes cannot stand in a number."
  if ((text.match(/#/g) ?? []).length < 3 && !/[^#*@]/.test(text.replace(/[-_/. ]/g, "")))
    return "This would find nearly every number. Write what all of yours begin with, or more digits."
  return undefined
}

/**
 * The pattern as an expression that finds whole numbers in text, in any case: not the beginning of a longer one (`VF-1` in `VF-1-2`), not
 * the end of another (`1-2` in `VF-1-2`), and no word without a digit. Bounded: it takes time in proportion to the text.
 */
export function patternExpression(pattern: string): RegExp {
  const text = pattern.trim()
  const lastRun = text.includes("#") ? -1 : text.lastIndexOf("*")
  const body = [...text].reduce(
    ({ so, at }, character) => ({
      so: so + (at === lastRun ? `(?=\\p{L}{0,19}\\p{N})` : "") + written(character),
      at: at + character.length,
    }),
    { so: "", at: 0 },
  ).so
  const before = /^[#*\d]/.test(text) ? "(?<!\\p{N}[.,])(?<![\\p{L}\\p{N}][-/_])" : ""
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}${body}(?![\\p{L}\\p{N}\\p{M}]|[-/_.,]\\p{N})`, "giu")
}

/** The pattern of one number that was pointed at: `VF-2026-04183` is `VF-####-#####`. Letters are kept, because they rarely change. */
export function patternOf(number: string): string {
  return number.trim().replace(/\d/g, "#")
}

function written(character: string): string {
  if (character === "#") return "\\d"
  if (character === "@") return "\\p{L}"
  if (character === "*") return "[\\p{L}\\p{N}]{1,20}"
  // Not the hyphen: with the flag `u` that is no escape.
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
