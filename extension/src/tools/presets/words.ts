/** What the settings say of a preset. */
export const words = {
  untried: "Not tried on a live system",
  untriedMore:
    "Its pages are read by the rules of its public source code. Test it on a page of yours before others use it.",
  entry: "Numbers are declared, or pointed at",
  entryMore: "Casepost brings no rules for its pages. Write how your numbers look, or point at the number on a page.",
}
