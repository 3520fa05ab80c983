import { parentOf } from "../parent-of"
import { labelSays, nameSays } from "./field-words"
import { around } from "./row"

export type MailField = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** The field for e-mail addresses that an element is, or stands in; nothing for search, passwords, sign-in and everything else. */
export function findMailField(target: EventTarget | undefined): MailField | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const field = target.isContentEditable ? editingHost(target) : target
  if (!isWritable(field)) return undefined
  return says(field) ? field : undefined
}

/** An input or a text area; anything else that is written in is an editing host. */
export function isInput(field: MailField): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}

function editingHost(element: HTMLElement): HTMLElement {
  let host = element
  while (host.parentElement?.isContentEditable) host = host.parentElement
  return host
}

function isWritable(field: HTMLElement): boolean {
  if (!isInput(field)) return field.isContentEditable && field.ariaMultiLine !== "true" && field.offsetHeight < 160
  if (field.readOnly || field.disabled || field.matches("[inputmode=numeric],[inputmode=decimal],[inputmode=tel]"))
    return false
  if (field.closest("[role=search]") || field.form?.querySelector("input[type=password]")) return false
  // A list of choices is searched through an input of type search in some libraries; anything else of that type searches.
  return (
    field instanceof HTMLTextAreaElement ||
    /^(email|text)$/.test(field.type) ||
    (field.type === "search" && isCombobox(field))
  )
}

/** What the field says of itself decides; what stands around it is asked only where it says nothing. */
function says(field: MailField): boolean {
  const isEmail = field instanceof HTMLInputElement && field.type === "email"
  const strict = !(field instanceof HTMLInputElement) || field.type === "search"
  const said = [
    ...ownLabels(field).map(label => labelSays(label, strict)),
    ...ownNames(field).map(nameSays),
    /date|calendar/i.test(field.className) ? false : undefined,
  ]
  const autocomplete = field.getAttribute("autocomplete") ?? ""
  if (said.includes(false) || /username|password|one-time|\bcc-|webauthn/.test(autocomplete)) return false
  if (isEmail || autocomplete === "email" || said.includes(true)) return true
  const all = said.includes("to") ? "to" : saysAround(field)
  return all === "to" ? isBesideText(field) : all === true
}

/** Whether something longer is written in the same form, or window, or page. */
function isBesideText(field: MailField): boolean {
  const form = around(field, "form,dialog,[role=dialog]") ?? document
  const texts = form.querySelectorAll("textarea,iframe,[contenteditable]:not([contenteditable=false])")
  return [...texts].some(text => text !== field)
}

function ownLabels(field: MailField): string[] {
  const root = field.getRootNode() as Document | ShadowRoot
  const by = (field.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .map(id => id && root.getElementById(id)?.textContent)
  const labels = isInput(field) ? [...(field.labels ?? [])].map(label => label.textContent) : []
  const written = ["aria-label", "placeholder", "data-placeholder", "aria-placeholder"].map(name =>
    field.getAttribute(name),
  )
  return [...by, ...labels, ...written].map(text => text ?? "")
}

function ownNames(element: Element): string[] {
  return ["name", "id", "data-name", "data-field", "data-fieldname", "data-testid"].map(
    name => element.getAttribute(name) ?? "",
  )
}

/** The word before it in its row ("To"), what a box around it is called, or the hidden field that its library keeps beside it. */
function saysAround(field: MailField): boolean | "to" | undefined {
  let inner: Element = field
  for (let level = 0; level < 5; level++) {
    for (let before = inner.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.querySelector("input:not([type=hidden]),textarea,select")) return false
      const said = labelSays(before.textContent ?? "", true)
      if (said !== undefined) return said
    }
    const outer = parentOf(inner)
    if (!outer || outer.matches("form,dialog,[role=dialog],main,body,html")) return undefined
    const kept = [...outer.children].filter(one => isHiddenField(one))
    const said = [
      labelSays(outer.ariaLabel ?? "", true),
      // A box that is named after something else may still hold this field.
      ...[outer, ...kept].flatMap(ownNames).map(name => nameSays(name) || undefined),
      /\brecipients?\b/i.test(outer.getAttribute("class") ?? "") || undefined,
    ]
    for (const answer of [false, true, "to"] as const) if (said.includes(answer)) return answer
    inner = outer
  }
  return undefined
}

function isHiddenField(element: Element): boolean {
  return isInput(element as HTMLElement) && (element as HTMLElement).offsetWidth < 3
}

export function isCombobox(field: HTMLElement): boolean {
  return field.role === "combobox" || field.hasAttribute("aria-autocomplete")
}
