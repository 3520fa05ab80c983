/** Mail programs on phones are 320 wide: dates may break, an amount never. */
const cell = "padding:8px 12px 8px 0;border-bottom:1px solid #e6e8ed;vertical-align:top;line-height:20px"
const head = `${cell};text-align:left;font-size:13px;font-weight:530;color:#626978`
const body = `${cell};font-size:14px`
const last = "padding-right:0;text-align:right;white-space:nowrap"

/**
 * Gives the tables in a cleaned text (`cleanFilledHtml`) their look: inline, because Outlook and Gmail read no styles of their own, with
 * the classes that turn them dark. The last column holds the amounts.
 */
export function withTables(html: string): string {
  if (!html.includes("<table>")) return html
  return html
    .replace(/<(th|td)>([^<]*)<\/\1>(?=<\/tr>)/g, (_, tag: "th" | "td", text: string) => styled(tag, text, `;${last}`))
    .replace(/<(th|td)>([^<]*)<\/\1>/g, (_, tag: "th" | "td", text: string) => styled(tag, text, ""))
    .replaceAll(
      "<table>",
      '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;margin:0 0 14px;border-collapse:collapse">',
    )
}

function styled(tag: "th" | "td", text: string, more: string): string {
  return tag === "th"
    ? `<th scope="col" class="line quiet" style="${head}${more}">${text}</th>`
    : `<td class="line text" style="${body};color:#16181f${more}">${text}</td>`
}
