/**
 * What was sent, as the database can keep it: Postgres takes neither NUL nor half a surrogate pair in a text. Pasted text holds them at
 * times; nobody sees them, so they go rather than refuse everything around them.
 */
export function storable<Value>(value: Value): Value {
  if (typeof value === "string") return storableText(value) as Value
  if (Array.isArray(value)) return value.map(storable) as Value
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [storableText(name), storable(part)])) as Value
}

function storableText(text: string): string {
  return (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed()
}
