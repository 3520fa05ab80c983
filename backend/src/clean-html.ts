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

/**
 * The one sanitiser: HTML from outside, on its way in and again on every way out. Left are paragraphs, line breaks, bold, italic,
 * underlined, links (http, https, mailto), lists and quotes.
 */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, allowed).trim()
}

function linkOf(href: string): Record<string, string> {
  return /^(https?:|mailto:)/i.test(href) ? { href } : {}
}

/** Sanitised HTML as plain text: links with their address behind them, list items with a dash, paragraphs apart. */
export function htmlToText(html: string): string {
  return (
    cleanHtml(html)
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
