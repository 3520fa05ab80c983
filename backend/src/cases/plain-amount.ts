/** An amount as it crosses the wire: two digits after the point, more only where they count (`12480.5000` → `12480.50`). */
export function plainAmount(stored: string): string {
  const [whole = "0", fraction = ""] = stored.split(".")
  return `${whole}.${fraction.replace(/0+$/, "").padEnd(2, "0")}`
}
