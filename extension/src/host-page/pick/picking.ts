import { type Bar, type BarDeed, drawBar } from "./layer/bar"
import { type Glass, layGlass } from "./layer/glass"
import { guard, isBrowsers } from "./layer/guard"
import { scrollAt } from "./layer/scroll-at"
import { stand } from "./layer/stand"
import { barStyle, overStyle, shieldStyle } from "./layer/style"
import { drawOver, type Over } from "./layer/tip"
import type { PickAnswer, PickView } from "./pick-calls"
import { pointer } from "./pointer"
import { words } from "./words"

type Drawn = { shield?: Glass; over?: Over; bar: Bar; barGlass: Glass }

export type Picking = { show: (view: PickView) => void; know: ReturnType<typeof pointer>["know"]; leave: () => void }

/** Everything of ours in the page while somebody points: the bar, and over the page a pane that takes every press and key instead of it. */
export function startPicking(tell: (answer: PickAnswer) => void): Picking {
  const before = document.activeElement
  let view: PickView | undefined
  let drawn: Drawn | undefined
  let unguard = () => {}
  const points = pointer({
    tell,
    over: () => drawn?.over,
    ours: () => standing.host,
    step: () => view?.step ?? "number",
  })

  const act = (deed: BarDeed) => {
    points.clear()
    tell({ kind: deed })
  }
  const onKey = (event: KeyboardEvent) => {
    if (isBrowsers(event) || !view) return
    const isInBar = drawn?.bar && isFocused(drawn.barGlass)
    if (event.key === "Escape") act("stop")
    else if (view.isUsing) return
    else if (event.key === "Tab") tab(event.shiftKey ? -1 : 1, isInBar === true)
    else if (isInBar) return
    else if (event.key === "ArrowUp") points.wider()
    else if (event.key === "ArrowDown") points.narrower()
    else if (event.key === "Enter" || event.key === " ") points.choose()
    event.preventDefault()
  }
  const tab = (step: 1 | -1, isInBar: boolean) => {
    if (isInBar) {
      if (drawn?.bar.move(step)) return
      drawn?.shield?.focus()
      points.begin(step)
    } else if (!points.next(step)) {
      points.clear()
      drawn?.bar.enter(step === 1 ? "start" : "end")
    }
  }
  const onPress = (event: MouseEvent) => {
    // Something of the page lies over us: on top again, and the next press meets the glass.
    points.at(event.clientX, event.clientY)
    standing.raise()
    drawn?.shield?.focus()
  }
  const drawShield = (root: ShadowRoot, given: PickView): Glass => {
    const shield = layGlass(root, { name: "shield", title: words.title, style: shieldStyle, view: given })
    shield.hear("pointermove", event => points.at(event.clientX, event.clientY))
    shield.hear("pointerleave", () => points.clear())
    shield.hear("pointerdown", event => event.preventDefault())
    shield.hear("contextmenu", event => event.preventDefault())
    shield.hear("click", event => {
      points.at(event.clientX, event.clientY)
      points.choose()
    })
    shield.hear("wheel", event => {
      scrollAt(event, standing.host)
      points.move()
    })
    shield.hear("keydown", onKey)
    return shield
  }
  const drawIn = (root: ShadowRoot) => {
    if (!view) return
    const shield = view.isUsing ? undefined : drawShield(root, view)
    const over = drawOver(layGlass(root, { name: "over", title: words.over, style: overStyle, view }))
    const barGlass = layGlass(root, { name: "bar", title: words.bar, style: barStyle, view })
    barGlass.hear("keydown", onKey)
    barGlass.hear("pointerenter", () => points.clear())
    drawn = { ...(shield ? { shield } : {}), over, barGlass, bar: drawBar(barGlass, view, act) }
  }
  const standing = stand(drawIn)
  return {
    show: next => {
      const isOther = next.isUsing !== view?.isUsing || next.isDark !== view?.isDark
      view = next
      points.clear()
      if (isOther || !drawn) {
        standing.again()
        unguard()
        unguard = next.isUsing ? () => {} : guard(standing.host, { onPress, onKey })
      } else drawn.bar = drawBar(drawn.barGlass, next, act)
      drawn?.shield?.focus()
      if (next.isUsing) drawn?.bar.enter("start")
    },
    know: points.know,
    leave: () => {
      unguard()
      points.leave()
      standing.leave()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
  }
}

function isFocused({ element }: Glass): boolean {
  const focused = (element.getRootNode() as ShadowRoot).activeElement
  return focused !== null && element.contains(focused)
}
