/** Light and dark page colours that a creditor's colour must stand out from (`theme.css`). */
const [lightPage, darkPage] = ["#ffffff", "#15171c"]
const [white, dark] = ["#ffffff", "#16181f"]

/** The creditor's colour as a style sheet; every text on it or in it has a contrast of 4.5 or more in light and dark (WCAG 2.2, 1.4.3). */
export function brandStyle(colour: string): string {
  const brand = writable(/^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : "#2b4bd0")
  const inDark = writable(lightened(brand, shade => contrast(shade, darkPage) >= 3.5))
  const { hue, saturation } = hsl(brand)
  const soft = fromHsl(hue, saturation * 0.5, 0.935)
  const softInDark = stepped(fromHsl(hue, saturation * 0.5, 0.11), 1, shade => contrast(shade, darkPage) >= 1.12)
  return `${rule({
    brand,
    "brand-hover": onColour(brand) === white ? mixed(brand, "#000000", 0.2) : mixed(brand, white, 0.2),
    "brand-soft": soft,
    "brand-line": fromHsl(hue, saturation * 0.45, 0.83),
    "brand-on": onColour(brand),
    "brand-text": darkened(brand, shade => contrast(shade, soft) >= 4.6),
    "brand-edge": contrast(brand, lightPage) < 3 ? "#868d9c" : "transparent",
  })}@media (prefers-color-scheme: dark) {${rule({
    brand: inDark,
    "brand-hover": onColour(inDark) === white ? mixed(inDark, "#000000", 0.12) : mixed(inDark, white, 0.15),
    "brand-soft": softInDark,
    "brand-line": fromHsl(hue, saturation * 0.6, 0.21),
    "brand-on": onColour(inDark),
    "brand-text": lightened(brand, shade => contrast(shade, softInDark) >= 7.5),
    "brand-edge": "transparent",
  })}}`
}

function rule(values: Record<string, string>): string {
  return `:root{${Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";")}}`
}

/** White where it can be read, else dark. */
function onColour(colour: string): string {
  return contrast(white, colour) >= 4.5 ? white : dark
}

/** On a few colours in the middle neither white nor dark can be read well: those are darkened by a shade. */
function writable(colour: string): string {
  if (contrast(dark, colour) >= 4.5) return colour
  return darkened(colour, shade => contrast(white, shade) >= 4.5)
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, shade = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (shade + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(channel => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function lightened(colour: string, isEnough: (shade: string) => boolean): string {
  return stepped(colour, 1, isEnough)
}

function darkened(colour: string, isEnough: (shade: string) => boolean): string {
  return stepped(colour, -1, isEnough)
}

/** Same hue, lightness changed step by step until it is enough; lighter shades glare on a dark page, so they are muted. */
function stepped(colour: string, direction: 1 | -1, isEnough: (shade: string) => boolean): string {
  const { hue, saturation, lightness } = hsl(colour)
  let shade = colour
  for (let step = lightness; step >= 0 && step <= 1 && !isEnough(shade); step += direction * 0.01)
    shade = fromHsl(hue, direction === 1 ? Math.min(saturation, 0.5) : saturation, step)
  return isEnough(shade) ? shade : direction === 1 ? white : dark
}

function hsl(colour: string): { hue: number; saturation: number; lightness: number } {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(channel => channel / 255)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [range, lightness] = [most - least, (most + least) / 2]
  if (range === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  const turn =
    most === red ? ((green - blue) / range) % 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4
  return { hue: turn * 60, saturation, lightness }
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const place = (offset + hue / 30 + 12) % 12
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))
  }
  return toHex([channel(0), channel(8), channel(4)].map(share => share * 255))
}

function mixed(colour: string, other: string, share: number): string {
  const [one, two] = [channels(colour), channels(other)]
  return toHex(one.map((channel, index) => channel + ((two[index] ?? 0) - channel) * share))
}

function channels(colour: string): number[] {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16))
}

function toHex(parts: number[]): string {
  return `#${parts.map(part => Math.round(part).toString(16).padStart(2, "0")).join("")}`
}
