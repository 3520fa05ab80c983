import type { Over } from "./layer/tip"
import type { KnownNumber, PickAnswer, PickStep } from "./pick-calls"
import { allTargets } from "./pointing/all-targets"
import { boxOf, elementsAt } from "./pointing/elements-at"
import { type Judgement, judge } from "./pointing/judge"
import { asTarget, type Target, targetOf } from "./pointing/target"

type Pointing = {
  tell: (answer: PickAnswer) => void
  over: () => Over | undefined
  ours: () => Element
  step: () => PickStep
}

/** How long the pointer rests before a number is looked up, in ms. */
const rest = 120

/** What is pointed at, by pointer or by key: it is outlined, looked up once it rests, and can be chosen. */
export function pointer({ tell, over, ours, step }: Pointing) {
  const asked = new Map<string, readonly KnownNumber[] | "failed">()
  const waiting = new Set<string>()
  let target: Target | undefined
  let judged: Judgement | undefined
  /** From the widest back to where it began. */
  let narrower: Element[] = []
  let isChosen = false
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (!target) return over()?.clear()
      judged = judge(target, { step: step(), asked })
      place()
    })
  }
  const place = () => {
    if (!target || !judged) return
    if (!target.element.isConnected) return clear()
    const { element } = target
    const also = judged.also.slice(0, 80).map(one => boxOf(one))
    over()?.show({ box: boxOf(element, judged.number), whole: boxOf(element), also }, judged)
  }
  const ask = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const texts = (target?.readings ?? [])
        .map(({ number }) => number)
        .filter(text => !asked.has(text) && !waiting.has(text))
      if (texts.length === 0) return
      for (const text of texts) waiting.add(text)
      tell({ kind: "ask", texts })
    }, rest)
  }
  const point = (next: Target | undefined) => {
    if (next?.element === target?.element) return
    target = next
    isChosen = false
    look()
    if (next) ask()
  }
  const clear = () => {
    target = undefined
    judged = undefined
    narrower = []
    isChosen = false
    over()?.clear()
  }
  const choose = () => {
    if (!target) return
    judged = judge(target, { step: step(), asked })
    place()
    if (judged.look === "asking") {
      isChosen = true
      ask()
    } else if (judged.place) {
      tell({ kind: "chosen", place: judged.place })
    } else over()?.shake()
  }
  const go = (element: Element | undefined) => {
    if (!element) return false
    const box = element.getBoundingClientRect()
    if (box.top < 0 || box.bottom > innerHeight - 140) element.scrollIntoView({ block: "center", behavior: "instant" })
    narrower = []
    point(asTarget(element))
    return true
  }
  const following = setInterval(place, 250)
  const moved = () => requestAnimationFrame(place)
  window.addEventListener("scroll", moved, { capture: true, passive: true })
  window.addEventListener("resize", moved, { passive: true })
  return {
    at: (x: number, y: number) => {
      narrower = []
      point(targetOf(elementsAt(x, y, ours())))
    },
    move: moved,
    clear,
    choose,
    begin: (way: 1 | -1) => go(allTargets(ours()).at(way === 1 ? 0 : -1)),
    next: (way: 1 | -1) => {
      const all = allTargets(ours())
      const at = target ? all.indexOf(target.element) : -1
      if (at < 0) return go(all.at(way === 1 ? 0 : -1))
      return go(all[at + way])
    },
    wider: () => {
      const wide = target?.element.parentElement
      if (!target || !wide || /^(html|body)$/.test(wide.localName)) return
      narrower.push(target.element)
      point(asTarget(wide))
    },
    narrower: () => {
      const back = narrower.pop() ?? (target ? targetOf([...target.element.querySelectorAll("*")])?.element : undefined)
      if (back) point(asTarget(back))
    },
    know: (texts: readonly string[], answer: { known: readonly KnownNumber[]; isFailed: boolean }) => {
      for (const text of texts) {
        waiting.delete(text)
        const known = answer.known.filter(one => one.text === text)
        asked.set(text, answer.isFailed && known.length === 0 ? "failed" : known)
      }
      look()
      if (isChosen) {
        isChosen = false
        choose()
      }
    },
    leave: () => {
      clearTimeout(timer)
      clearInterval(following)
      cancelAnimationFrame(frame)
      window.removeEventListener("scroll", moved, true)
      window.removeEventListener("resize", moved)
    },
  }
}
