import { isInput, type MailField } from "../../mail-field"
import { caretToEnd } from "../caret"

/** What stands in a field as text. */
export function textOf(field: MailField): string {
  return isInput(field) ? field.value : (field.textContent ?? "")
}

/**
 * Writes at the end of a field that has the focus, as typing does: the page hears `beforeinput` and `input`, and undo takes it back.
 * A page that swallows it gets the value and the events that frameworks wait for instead. (The value is set from an isolated world, where
 * React's own setter on the element is not in the way.)
 */
export function typeAtEnd(field: MailField, text: string): void {
  const before = textOf(field)
  caretToEnd(field)
  if (document.execCommand("insertText", false, text) || textOf(field) !== before) return
  if (isInput(field)) field.value = before + text
  else field.append(text)
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }))
  field.dispatchEvent(new Event("change", { bubbles: true }))
}

/** Takes back what was written behind a text, as Backspace does. */
export function takeBack(field: MailField, before: string): void {
  for (let tries = 0; tries < 2 && textOf(field) !== before && textOf(field).startsWith(before); tries++) {
    caretToEnd(field)
    document.execCommand("delete")
  }
}

/** Old libraries look at the key's number, and some at `keypress`. */
const numbers = { ",": { code: "Comma", keyCode: 188, press: 44 }, Enter: { code: "Enter", keyCode: 13, press: 13 } }

/** Presses a key in a field. Gives whether the page took it for itself. A comma that nobody took is written, as it would be; Enter does nothing then. */
export function pressKey(field: MailField, key: "," | "Enter"): boolean {
  const { code, keyCode, press } = numbers[key]
  const event = (kind: string, number: number) =>
    new KeyboardEvent(kind, {
      key,
      code,
      keyCode: number,
      which: number,
      bubbles: true,
      cancelable: true,
      composed: true,
    })
  // No keypress for Enter: where nobody took the keydown, that is what sends a form.
  const isFree =
    field.dispatchEvent(event("keydown", keyCode)) && (key === "Enter" || field.dispatchEvent(event("keypress", press)))
  if (isFree && key === ",") typeAtEnd(field, ",")
  field.dispatchEvent(event("keyup", keyCode))
  return !isFree
}

/** Lets the page do what it does about a change. */
export function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 60))
}
