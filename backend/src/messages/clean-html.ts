export { cleanHtml, htmlToText } from "../clean-html.ts"
