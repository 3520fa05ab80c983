import { chanceFrom } from "../chance.ts"

/** One line of an invoice; money in cents. */
export type InvoiceLine = { item: string; description: string; quantity: number; price: number; amount: number }

// No item's number is a customer's.
const goods: readonly (readonly [item: string, description: string, price: number])[] = [
  ["20114", "Kalkzandsteen lijmblok 437×100×198", 735],
  ["20871", "Metselmortel M5, zak 25 kg", 610],
  ["31402", "Isolatieplaat PIR 100 mm", 3820],
  ["31455", "Spouwanker RVS 4 mm (250 st.)", 5490],
  ["40017", "Betonlatei 120×15, prefab", 4175],
  ["20233", "Baksteen waalformaat, rood", 62],
  ["31518", "Gipsplaat 12,5 mm 260×60", 1145],
  ["40120", "Vloerluik geïsoleerd 80×60", 14950],
  ["60044", "Steiger huur, per week", 18500],
  ["60090", "Minigraver huur, per dag", 21500],
]
const transport = ["90001", "Transport, kraanauto"] as const
/** What the pictures show. */
const known: Record<string, readonly (readonly [place: number, quantity: number])[]> = {
  "VF-2026-04183": [
    [0, 480],
    [1, 210],
    [2, 96],
    [3, 12],
    [4, 18],
  ],
}

/** Lines that make up the amount of an invoice without VAT; the same for a number on every computer. */
export function linesOf(number: string, net: number): InvoiceLine[] {
  const sign = net < 0 ? -1 : 1
  const picked = known[number] ?? pick(number, Math.abs(net))
  const lines = picked.flatMap(([place, quantity]) => {
    const [item, description, price] = goods[place] ?? ["", "", 0]
    return price > 0 ? [{ item, description, quantity: sign * quantity, price, amount: sign * quantity * price }] : []
  })
  const rest = net - lines.reduce((sum, line) => sum + line.amount, 0)
  if (rest === 0) return lines
  const quantity = sign * (rest % 2 === 0 && Math.abs(rest) > 20_000 ? 2 : 1)
  const [item, description] = transport
  return [...lines, { item, description, quantity, price: Math.abs(rest / quantity), amount: rest }]
}

function pick(number: string, net: number): [place: number, quantity: number][] {
  const seed = [...number].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7)
  const chance = chanceFrom(seed)
  const begin = chance.whole(0, goods.length - 1)
  const picked: [number, number][] = []
  // Something is left for the transport.
  let left = net - Math.min(20_000, Math.round(net / 5))
  for (let more = 0; more < chance.whole(2, 5); more++) {
    const place = (begin + more * 3) % goods.length
    const price = goods[place]?.[2] ?? 0
    const most = Math.floor(left / price)
    if (most < 1 || picked.some(([taken]) => taken === place)) continue
    const quantity = chance.whole(Math.ceil(most / 4), Math.ceil(most / 2))
    picked.push([place, quantity])
    left -= quantity * price
  }
  return picked
}
