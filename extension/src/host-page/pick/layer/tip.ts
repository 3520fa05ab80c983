import type { Judgement } from "../pointing/judge"
import { draw, drawIcon } from "./draw"
import type { Glass } from "./glass"

const gap = 12
const around = 5
/** What the bar takes at the bottom, with room around it. */
const barHeight = 140

export type Over = {
  /** `box`: what is outlined; `whole`: what the tip stands beside; `also`: what is read likewise. */
  show: (at: { box: DOMRect; whole: DOMRect; also: DOMRect[] }, judgement: Judgement) => void
  clear: () => void
  shake: () => void
}

/** What lies over the page: the outline of what is pointed at, lighter ones of what is read likewise, and the tip beside it. */
export function drawOver({ pane }: Glass): Over {
  const outline = draw("div", { class: "outline" })
  const tip = draw("div", { class: "tip", attributes: { role: "status" } })
  return {
    show: ({ box, whole, also }, judgement) => {
      outline.className = judgement.place || judgement.look === "asking" ? "outline" : "outline none"
      put(outline, {
        left: box.left - around,
        top: box.top - around,
        width: box.width + around * 2,
        height: box.height + around * 2,
      })
      const others = also.map(one => {
        const other = draw("div", { class: "also" })
        put(other, { left: one.left - 3, top: one.top - 3, width: one.width + 6, height: one.height + 6 })
        return other
      })
      fill(tip, judgement)
      pane.replaceChildren(...others, outline, tip)
      beside(tip, whole)
    },
    clear: () => pane.replaceChildren(),
    shake: () => {
      tip.classList.remove("shake")
      void tip.offsetWidth
      tip.classList.add("shake")
    },
  }
}

function fill(tip: HTMLElement, { look, number, said, how }: Judgement): void {
  tip.className = `tip ${look}`
  const icon = drawIcon(look === "known" ? "known" : look === "unknown" ? "unknown" : "none", 15)
  const head = draw("p", {}, number ? [draw("b", { text: number }), ` ${said}`] : [draw("b", { text: said })])
  const content = [icon, draw("div", {}, [head, draw("p", { class: "how", text: how })])]
  tip.replaceChildren(...content)
}

/** At the right of it where there is room, else below or above, and inside of what fills the window: never under the bar. */
function beside(tip: HTMLElement, box: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect()
  const [across, down] = [window.innerWidth, window.innerHeight]
  const isRoomRight = box.right + around + gap + width < across - gap
  const left = isRoomRight ? box.right + around + gap : Math.min(Math.max(gap, box.left - around), across - width - gap)
  const below = box.bottom + around + gap
  const above = box.top - around - gap - height
  const level = box.top + box.height / 2 - height / 2
  const isRoomBelow = below + height < down - barHeight
  const top = isRoomRight ? level : isRoomBelow ? below : above > gap ? above : box.top + gap
  tip.style.left = `${left}px`
  tip.style.top = `${Math.max(gap, Math.min(top, down - height - gap))}px`
}

function put(element: HTMLElement, at: { left: number; top: number; width: number; height: number }): void {
  for (const [name, value] of Object.entries(at)) element.style.setProperty(name, `${value}px`)
}
