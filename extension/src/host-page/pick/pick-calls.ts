import type { CaseKindFound } from "../findings"

/** What is pointed at, one after the other. Each can be skipped. */
export const pickSteps = ["number", "customer", "rows"] as const
export type PickStep = (typeof pickSteps)[number]

/** A number that Casepost knows, and no more of it than its kind and state: this is shown in somebody else's page. */
export type KnownNumber = { text: string; kind: CaseKindFound; state: "open" | "paid" | "closed" }

/** What the page shows while picking. `isUsing`: the page is left alone for a while, to go to another one. */
export type PickView = {
  step: PickStep
  done: PickStep[]
  isUsing: boolean
  isDark: boolean
  /** Our type, in base64; the system's where it is missing. */
  font?: string
}

/** Over a port (`tabs.connect`, name `pick`) from the page of ours that started picking, to `pick` in the top frame of a tab. */
export type PickOrder =
  | ({ kind: "show" } & PickView)
  /** The answer to `ask`: which of `asked` are known; `isFailed`: the backend did not answer. */
  | { kind: "known"; asked: string[]; known: KnownNumber[]; isFailed: boolean }
  | { kind: "end" }

/** Out of somebody else's page: whoever takes it checks its shape first (`tools/pick/read-pick-answer`). */
export type PickAnswer =
  /** Number-like texts under the pointer, and nothing else of the page. */
  | { kind: "ask"; texts: string[] }
  | { kind: "chosen"; place: PickedPlace }
  | { kind: "skip" }
  | { kind: "stop" }
  | { kind: "use-page" }
  | { kind: "point" }

/** Where a number stands: enough to read it on other pages of the tool. */
export type PickedPlace = {
  step: PickStep
  number: string
  /** As Casepost knows the number; left out where it does not. */
  known?: CaseKindFound
  /** The address of the document it stands in: the page, or a frame of the tool in it. */
  page: string
  from: "text" | "value" | "attribute" | "title"
  /** Within a row, where there are rows. */
  selector?: string
  attribute?: string
  /** Of a list: its rows, and the numbers read in them, at most 50. */
  rows?: { selector: string; numbers: string[] }
}
