import { words } from "../words"

type Code = { customerNumber: string; code: string; portalUrl: string }

/** Prints one page with the portal's address, the customer number and the code. */
export function printCode(customerName: string, { customerNumber, code, portalUrl }: Code): void {
  const frame = document.createElement("iframe")
  frame.hidden = true
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page || !frame.contentWindow) {
    frame.remove()
    return
  }
  const line = (label: string, value: string) => {
    const paragraph = page.createElement("p")
    const name = page.createElement("strong")
    name.textContent = `${label}: `
    paragraph.append(name, value)
    return paragraph
  }
  const title = page.createElement("h1")
  title.textContent = customerName
  page.body.style.cssText = "font: 14pt/1.6 sans-serif; margin: 3cm"
  page.body.append(
    title,
    line(words.portal, portalUrl),
    line(words.customerNumber, customerNumber),
    line(words.code, code),
    words.secondFact,
  )
  frame.contentWindow.addEventListener("afterprint", () => frame.remove())
  frame.contentWindow.print()
}
