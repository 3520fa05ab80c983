import { portalLinkHref } from "@casepost/shared/fill-placeholders"
import sanitizeHtml from "sanitize-html"

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "strong", "em", "u", "a", "ul", "ol", "li", "blockquote"],
  allowedAttributes: { a: ["href"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nestingLimit: 20,
  // What editors and word processors write for the same thing.
  transformTags: {
    b: "strong",
    i: "em",
    div: "p",
    h1: "p",
    h2: "p",
    h3: "p",
    h4: "p",
    h5: "p",
    h6: "p",
    // A link within our own pages has no meaning in a mail and could act in the portal.
    a: (tagName, { href = "" }) => ({ tagName, attribs: linkOf(href) }),
  },
}

/** What a filled placeholder may have put into a text beside that: a table of invoices, and the customer's own portal link. */
const allowedWhenFilled: sanitizeHtml.IOptions = {
  ...allowed,
  allowedTags: [...(allowed.allowedTags as string[]), "table", "thead", "tbody", "tr", "th", "td"],
  allowedSchemes: [...(allowed.allowedSchemes as string[]), "casepost"],
  transformTags: {
    ...allowed.transformTags,
    a: (tagName, { href = "" }) => ({ tagName, attribs: href === portalLinkHref ? { href } : linkOf(href) }),
  },
}
const filledPortalLink = new RegExp(`<a href="${portalLinkHref}">([^<]*)</a>`, "g")

/**
 * The one sanitiser: HTML from outside, on its way in and again on every way out. Left are paragraphs, line breaks, bold, italic,
 * underlined, links (http, https, mailto), lists and quotes.
 */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, allowed).trim()
}

/**
 * The same for the text of a message on its way out, whose placeholders were filled behind `cleanHtml`: tables stay. Its portal link
 * becomes a link to `portalHref`, which only the customer's own mail has; everywhere else its words stay.
 */
export function cleanFilledHtml(html: string, portalHref?: string): string {
  return sanitizeHtml(html, allowedWhenFilled)
    .replace(filledPortalLink, (_, words: string) => (portalHref ? `<a href="${portalHref}">${words}</a>` : words))
    .trim()
}

/** The one image a signature may hold: its logo, from where logos are public (`signatures/logos/logo-pages`). */
const logoAddress = /^https?:\/\/[^\s/?#"'<>]+\/portal\/logos\/[0-9a-f-]{36}$/
const allowedInSignatures: sanitizeHtml.IOptions = {
  ...allowed,
  allowedTags: [...(allowed.allowedTags as string[]), "img"],
  allowedAttributes: { ...(allowed.allowedAttributes as object), img: ["src", "alt", "width", "height"] },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === "img" &&
    !(logoAddress.test(attribs.src ?? "") && /^\d{1,3} \d{1,3}$/.test(`${attribs.width} ${attribs.height}`)),
}

/** The same for a signature with its logo, as `signatures/signature-html` writes it: every other image goes. */
export function cleanSignature(html: string): string {
  return sanitizeHtml(html, allowedInSignatures).trim()
}

function linkOf(href: string): Record<string, string> {
  return /^(https?:|mailto:)/i.test(href) ? { href } : {}
}

/**
 * Sanitised HTML, filled or not, as plain text: links with their address behind them, list items with a dash, tables in columns,
 * paragraphs apart.
 */
export function htmlToText(html: string, portalHref?: string): string {
  return (
    cleanFilledHtml(html, portalHref)
      .split(/<\/?table>/)
      // A table cannot stand in a table here: every second part is what one holds.
      .map((part, place) => (place % 2 === 1 ? `${tableAsText(part)}\n\n` : part))
      .join("")
      .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (_, href: string, text: string) => linkAsText(href, text))
      .replace(/<br\s*\/?>/g, "\n")
      .replace(/<li>/g, "- ")
      .replace(/<\/li>/g, "\n")
      .replace(/<\/(p|ul|ol|blockquote)>/g, "\n\n")
      .replace(/<[^>]*>/g, "")
      .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name])
      .replace(/\u00a0/g, " ")
      // Not by an expression: one for blanks before a line's end looks at many blanks again and again.
      .split("\n")
      .map(line => line.trimEnd())
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  )
}

/** What the sanitiser escapes; every other entity comes out of it as its character. */
const entities = { lt: "<", gt: ">", quot: '"', amp: "&" }

function linkAsText(href: string, text: string): string {
  const address = href.replace(/^mailto:/, "")
  return text === href || text === address || !text ? address : `${text} (${address})`
}

/** Columns as wide as their widest cell, the last one (an amount) to the right. What it holds stays escaped. */
function tableAsText(inside: string): string {
  const rows = inside
    .split("</tr>")
    .map(row => [...row.matchAll(/<t[hd]>([^<]*)/g)].map(([, cell = ""]) => cell))
    .filter(cells => cells.length > 0)
  const widths = rows.reduce<number[]>(
    (known, cells) => cells.map((cell, column) => Math.max(widthOf(cell), known[column] ?? 0)),
    [],
  )
  return rows
    .map(cells =>
      cells
        .map((cell, column) => {
          const blanks = " ".repeat(Math.max((widths[column] ?? 0) - widthOf(cell), 0))
          return column === cells.length - 1 ? blanks + cell : cell + blanks
        })
        .join("  "),
    )
    .join("\n")
}

function widthOf(cell: string): number {
  return [...cell.replace(/&(lt|gt|quot|amp);/g, "&")].length
}
