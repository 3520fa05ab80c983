import type { MouseEvent } from "react"
import { goTo } from "../place/place"

/** A press on a row opens its page; not one on what the row holds, nor one that ends a selection of text. */
export function openRow(event: MouseEvent, place: string): void {
  const isPlain = !(event.target as Element).closest("a, button, [role=menu]") && !getSelection()?.toString()
  // What floats over the page hands its clicks up to the row it was made in.
  if (isPlain && event.currentTarget.contains(event.target as Node)) goTo(place)
}
