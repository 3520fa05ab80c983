import type { RecipientOption } from "@casepost/shared/relations"

type Colleague = Pick<RecipientOption, "id" | "name">

/**
 * The user ids of the colleagues whose `@Name` stands in a text. Of several with one name it is whoever was picked (`picked`), else the
 * first. Longer names are read first: `@Jan Jansen` does not name `Jan`.
 */
export function mentionsIn(text: string, colleagues: readonly Colleague[], picked: readonly string[]): string[] {
  let left = text
  const found: string[] = []
  const names = [...new Set(colleagues.map(one => one.name))].sort((one, other) => other.length - one.length)
  for (const name of names) {
    if (!left.includes(`@${name}`)) continue
    left = left.replaceAll(`@${name}`, " ")
    const same = colleagues.filter(one => one.name === name)
    const meant = same.find(one => picked.includes(one.id)) ?? same[0]
    if (meant) found.push(meant.id)
  }
  return found.sort()
}
