import { portalLinkHref } from "@casepost/shared/fill-placeholders"
import { createElement, Fragment, type ReactNode } from "react"
import styles from "./clean-html.module.css"

const tags = new Set([
  "p",
  "br",
  "strong",
  "em",
  "u",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
])

/**
 * Shows HTML from the backend without trusting it: it is read in a document without scripts, and only the tags of a message
 * are drawn again, links without anything but their address, a signature's logo. Everything else becomes its text. `names` stand out: `@Joost Bakker`.
 * `<mark>` is what was filled in for a preview, `<mark data-missing>` what is missing there.
 */
export function CleanHtml({ html, names = [] }: { html: string; names?: readonly string[] }) {
  const read = new DOMParser().parseFromString(html, "text/html")
  return <>{drawAll(read.body.childNodes, names)}</>
}

/** The words of a piece of HTML, on one line. */
export function textOf(html: string): string {
  const read = new DOMParser().parseFromString(html.replace(/<(\/p|br|\/li|\/t[hdr])/gi, " <$1"), "text/html")
  return (read.body.textContent ?? "").replace(/\s+/g, " ").trim()
}

function drawAll(nodes: NodeListOf<ChildNode>, names: readonly string[]): ReactNode[] {
  return Array.from(nodes, (node, place) => draw(node, place, names))
}

function draw(node: ChildNode, place: number, names: readonly string[]): ReactNode {
  if (node.nodeType === Node.TEXT_NODE)
    return <Fragment key={place}>{withNames(node.textContent ?? "", names)}</Fragment>
  if (!(node instanceof HTMLElement)) return null
  const tag = node.localName
  if (tag === "script" || tag === "style" || tag === "template") return null
  if (tag === "br") return <br key={place} />
  if (tag === "img") return <Logo key={place} of={node} />
  const inside = drawAll(node.childNodes, names)
  if (tag === "mark")
    return (
      <mark key={place} className={node.dataset.missing === undefined ? styles.filled : styles.missing}>
        {inside}
      </mark>
    )
  if (tag === "table")
    return (
      <table key={place} className={styles.table}>
        {inside}
      </table>
    )
  if (!tags.has(tag)) return <Fragment key={place}>{inside}</Fragment>
  if (tag !== "a") return createElement(tag, { key: place }, ...inside)
  const href = node.getAttribute("href") ?? ""
  if (href === portalLinkHref)
    return (
      <span key={place} className={styles.portal}>
        {inside}
      </span>
    )
  if (!/^(https?:|mailto:)/i.test(href)) return <Fragment key={place}>{inside}</Fragment>
  return (
    <a key={place} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {inside}
    </a>
  )
}

/** The logo of a signature, served by the backend the same for everybody; any other picture would tell who reads. */
function Logo({ of }: { of: HTMLElement }) {
  const src = of.getAttribute("src") ?? ""
  if (!/^https?:\/\/[^/?#]+\/portal\/logos\/[\w-]+$/.test(src)) return null
  const size = (name: string) => Number(of.getAttribute(name)) || undefined
  return (
    <img
      src={src}
      alt={of.getAttribute("alt") ?? ""}
      width={size("width")}
      height={size("height")}
      referrerPolicy="no-referrer"
    />
  )
}

function withNames(text: string, names: readonly string[]): ReactNode[] {
  const longest = names.toSorted((one, other) => other.length - one.length)
  const name = longest.find(one => text.includes(one))
  if (!name) return [text]
  const [before = "", ...after] = text.split(name)
  return [
    ...withNames(before, names),
    ...after.flatMap((part, place) => [
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
      <span key={`${name} ${place}`} className="mention">
        {name}
      </span>,
      ...withNames(part, names),
    ]),
  ]
}
