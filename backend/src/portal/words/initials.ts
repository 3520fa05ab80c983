/** Two letters for a person: of the first and the last word of the name. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map(word => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "")
    .filter(Boolean)
  return [letters[0], letters.length > 1 ? letters.at(-1) : ""].join("").toUpperCase()
}
