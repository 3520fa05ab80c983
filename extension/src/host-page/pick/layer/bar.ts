import { type PickAnswer, type PickStep, type PickView, pickSteps } from "../pick-calls"
import { words } from "../words"
import { draw, drawIcon, drawLogo } from "./draw"
import type { Glass } from "./glass"

export type BarDeed = Exclude<PickAnswer["kind"], "ask" | "chosen">

export type Bar = {
  /** Focuses its first control, or its last. */
  enter: (from: "start" | "end") => void
  /** Moves among its controls. @returns whether there was one left to go to */
  move: (step: 1 | -1) => boolean
}

/** The one bar at the bottom: what to point at, the steps, Skip and Stop, the keys. */
export function drawBar(glass: Glass, view: PickView, act: (deed: BarDeed) => void): Bar {
  const buttons: HTMLButtonElement[] = []
  const button = (name: string, look: string, deed: BarDeed) => {
    const made = draw("button", { class: look, text: name, attributes: { type: "button" } })
    made.addEventListener("click", event => event.isTrusted && act(deed))
    buttons.push(made)
    return made
  }
  const head = view.isUsing ? words.usingHead[view.step] : words.heads[view.step]
  const hint = view.isUsing ? words.usingHint : words.hints[view.step]
  const said = draw("div", { class: "said", attributes: { role: "status" } }, [
    draw("h1", { text: head }),
    draw("p", { text: hint, attributes: { title: hint } }),
  ])
  const steps = draw(
    "ol",
    {},
    pickSteps.map((step, place) => drawStep(step, { place, view })),
  )
  const point = view.isUsing ? button(words.point, "primary", "point") : undefined
  const top = draw("div", { class: "top" }, [
    drawLogo(22),
    said,
    steps,
    point,
    button(words.skip, "bordered", "skip"),
    button(words.stop, "", "stop"),
  ])
  const foot = draw(
    "div",
    { class: "foot" },
    view.isUsing ? [words.usingFoot] : [...keys(), blocked(button(words.usePage, "link", "use-page"))],
  )
  glass.pane.replaceChildren(top, foot)
  const at = () =>
    buttons.indexOf((glass.pane.getRootNode() as Document | ShadowRoot).activeElement as HTMLButtonElement)
  return {
    enter: from => {
      glass.focus()
      buttons.at(from === "start" ? 0 : -1)?.focus()
    },
    move: step => {
      const next = at() + step
      if (next < 0 || next >= buttons.length) return false
      buttons[next]?.focus()
      return true
    },
  }
}

function drawStep(step: PickStep, { place, view }: { place: number; view: PickView }): HTMLElement {
  const isDone = view.done.includes(step)
  const mark = draw("span", { class: "mark", attributes: { "aria-hidden": "true" } }, [
    isDone ? drawIcon("check", 13) : String(place + 1),
  ])
  const name = draw("span", { text: words.steps[step] })
  const done = isDone ? draw("span", { class: "hidden", text: `, ${words.done}` }) : undefined
  const attributes: Record<string, string> = view.step === step ? { "aria-current": "step" } : {}
  return draw("li", { class: isDone ? "done" : "", attributes }, [mark, name, done])
}

function keys(): HTMLElement[] {
  const key = (caps: readonly string[], does: string) =>
    draw("span", { class: "key" }, [...caps.map(text => draw("kbd", { text })), does])
  return [
    key(["Tab"], words.nextElement),
    key(["↑", "↓"], words.widerNarrower),
    key(["↵"], words.choose),
    key(["Esc"], words.escStops),
  ]
}

function blocked(link: HTMLElement): HTMLElement {
  return draw("span", { class: "blocked" }, [drawIcon("pointer", 14), words.blocked, link])
}
