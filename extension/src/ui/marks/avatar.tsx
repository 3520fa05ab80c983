import { classNames } from "../class-names"
import styles from "./avatar.module.css"

const tints = ["blue", "peach", "green", "violet", "pink"] as const

type AvatarProps = {
  name: string
  size?: 18 | 24 | 28 | 32 | 36
  className?: string
}

/** Initials on a soft colour; the same name always gets the same colour. Decoration: the name stands beside it. */
export function Avatar({ name, size = 28, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles.avatar, styles[tintOf(name)], className)}
      style={{ width: size, height: size, fontSize: fontSizes[size] }}
    >
      {initialsOf(name)}
    </span>
  )
}

const fontSizes = { 18: 8, 24: 10, 28: 11, 32: 11, 36: 12 } as const
const particles = new Set([
  "de",
  "den",
  "der",
  "van",
  "von",
  "het",
  "'t",
  "te",
  "ter",
  "la",
  "le",
  "du",
  "des",
  "&",
  "en",
])

/** Two letters: the first of the first and of the last word that is not a particle; of an address, its first two letters. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, "")
    .split(/[\s,._-]+/)
    .filter(word => /^\p{L}|^\d/u.test(word))
  const telling = words.filter(word => !particles.has(word.toLowerCase()))
  const used = telling.length > 0 ? telling : words
  const first = used[0] ?? "?"
  const second = used[1]
  const letters = second ? `${first.charAt(0)}${second.charAt(0)}` : first.slice(0, 2)
  return letters.toUpperCase()
}

function tintOf(name: string): (typeof tints)[number] {
  let sum = 7
  for (const character of name.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? "blue"
}
