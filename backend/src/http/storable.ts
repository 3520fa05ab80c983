/** No shape of ours goes deeper; what does is refused for that. */
const deepest = 50

/**
 * What was sent, as the database can keep it: Postgres takes neither NUL nor half a surrogate pair in a text. Pasted text holds them at
 * times; nobody sees them, so they go rather than refuse everything around them.
 */
export function storable<Value>(value: Value, depth = 0): Value {
  if (depth > deepest) return value
  if (typeof value === "string") return storableText(value) as Value
  if (Array.isArray(value)) return value.map(part => storable(part, depth + 1)) as Value
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [storableText(name), storable(part, depth + 1)]),
  ) as Value
}

function storableText(text: string): string {
  return (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed()
}
