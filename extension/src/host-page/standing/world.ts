import type { FieldPicker } from "../field-mark/picker/field-picker"

type OurWorld = {
  /** The launcher that stands in this page, or is about to. */
  casepostLauncher?: { host?: HTMLElement; button?: HTMLElement }
  /** The script that holds the panel is here already. */
  casepostPanel?: true
  /** The mark in e-mail fields stands here already; and what opens under it, once it was pressed. */
  casepostFieldMark?: true
  casepostFieldPicker?: FieldPicker
}

/** What our own scripts in one page know of each other: globals of their isolated world, in which the page has no part. */
export const world: OurWorld = globalThis as OurWorld
