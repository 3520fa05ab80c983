/** How a sender looks in mail: name, colour and, where others put a logo, initials. */
export type Brand = { name: string; initials: string; colour: string }

const small = new Set([
  "van",
  "von",
  "der",
  "den",
  "de",
  "het",
  "ter",
  "ten",
  "la",
  "le",
  "les",
  "du",
  "des",
  "the",
  "of",
  "und",
  "et",
  "en",
  "and",
  "&",
])

/** A brand from its name and colour (`#RRGGBB`; anything else becomes Casepost's blue, so that no text can reach a style). */
export function brandOf(name: string, colour: string): Brand {
  const words = name.split(/[\s-]+/).filter(word => /\p{L}|\p{N}/u.test(word))
  const telling = words.filter(word => !small.has(word.toLowerCase()))
  const initials = (telling.length > 0 ? telling : words)
    .slice(0, 2)
    .map(word => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "")
    .join("")
    .toUpperCase()
  return { name, initials, colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#2B4BD0" }
}

/** White on the colour where it can be read (WCAG 2.2: 4.5 to 1), else dark; a colour that hardly shows on the page gets a border. */
export function readableOn(colour: string): { text: string; needsBorder: boolean } {
  const white = 1.05 / (luminance(colour) + 0.05)
  return { text: white >= 4.5 ? "#ffffff" : "#16181f", needsBorder: white < 3 }
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map(channel =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
