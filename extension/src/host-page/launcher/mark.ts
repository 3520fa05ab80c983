import { make } from "../standing/make"

const paths = [
  "M12 12h6.3c.9 0 1.7.4 2.3 1l1.2 1.2h10.4a2.8 2.8 0 0 1 2.8 2.8v12.9a2.8 2.8 0 0 1-2.8 2.8H12a2.8 2.8 0 0 1-2.8-2.8v-15.1A2.8 2.8 0 0 1 12 12z",
  "m8.5 19 11.6 7.2a3.6 3.6 0 0 0 3.8 0L35.5 19",
]

/** The Casepost mark; its colours are the launcher's. */
export function mark(): Element {
  const square = make("rect", [], { width: "44", height: "44", rx: "11" })
  return make("svg", [square, ...paths.map(d => make("path", [], { d }))], { viewBox: "0 0 44 44" })
}
