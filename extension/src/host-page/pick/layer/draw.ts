type Given = { class?: string; text?: string; attributes?: Record<string, string> }
export type Drawn = Element | string | undefined

/** An element of ours: never made from HTML text, which some pages refuse, and which could be somebody else's. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  children: readonly Drawn[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (given.class) element.className = given.class
  if (given.text !== undefined) element.textContent = given.text
  for (const [name, value] of Object.entries(given.attributes ?? {})) element.setAttribute(name, value)
  element.append(...children.filter(child => child !== undefined))
  return element
}

type Shape = [tag: "path" | "circle" | "rect", attributes: Record<string, string | number>]

/** A line icon (lucide's shapes, ISC licence): decoration, the words beside it say the same. */
export function drawIcon(name: keyof typeof icons, size: number): SVGSVGElement {
  return drawSvg(icons[name], { size, box: 24, stroke: "currentColor" })
}

export function drawLogo(size: number): SVGSVGElement {
  return drawSvg(logo, { size, box: 44, stroke: "none" })
}

function drawSvg(shapes: readonly Shape[], of: { size: number; box: number; stroke: string }): SVGSVGElement {
  const make = (tag: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
    return element
  }
  const svg = make("svg", {
    width: of.size,
    height: of.size,
    viewBox: `0 0 ${of.box} ${of.box}`,
    fill: "none",
    stroke: of.stroke,
    "stroke-width": 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  }) as SVGSVGElement
  svg.append(...shapes.map(([tag, attributes]) => make(tag, attributes)))
  return svg
}

const icons = {
  known: [
    ["circle", { cx: 12, cy: 12, r: 10 }],
    ["path", { d: "m9 12 2 2 4-4" }],
  ],
  unknown: [
    ["circle", { cx: 12, cy: 12, r: 10 }],
    ["path", { d: "M12 8v4M12 16h.01" }],
  ],
  none: [
    ["circle", { cx: 12, cy: 12, r: 10 }],
    ["path", { d: "M8 12h8" }],
  ],
  check: [["path", { d: "M20 6 9 17l-5-5" }]],
  pointer: [
    ["path", { d: "M14 4.1 12 6M5.1 8l-2.9-.8M6 12l-1.9 2M7.2 2.2 8 5.1" }],
    [
      "path",
      {
        d: "M9.037 9.69a.498.498 0 0 1 .653-.653l11 4.5a.5.5 0 0 1-.074.949l-4.349 1.041a1 1 0 0 0-.74.739l-1.04 4.35a.5.5 0 0 1-.95.074z",
      },
    ],
  ],
} satisfies Record<string, Shape[]>

const logo: Shape[] = [
  ["rect", { width: 44, height: 44, rx: 11, fill: "var(--accent)" }],
  [
    "path",
    {
      fill: "#fff",
      d: "M12 12h6.3c.9 0 1.7.4 2.3 1l1.2 1.2h10.4a2.8 2.8 0 0 1 2.8 2.8v12.9a2.8 2.8 0 0 1-2.8 2.8H12a2.8 2.8 0 0 1-2.8-2.8v-15.1A2.8 2.8 0 0 1 12 12z",
    },
  ],
  [
    "path",
    { d: "m8.5 19 11.6 7.2a3.6 3.6 0 0 0 3.8 0L35.5 19", stroke: "var(--accent)", "stroke-width": 2.6, fill: "none" },
  ],
]
