/** What drafts say. */
export const words = {
  saved: (time: string) => `Draft saved ${time}`,
  saving: "Saving draft",
  keptHere: "Draft kept on this computer",
  notSaved: "Draft not saved",
  otherTab: (when: string) => `Open in another tab, last typed there ${when}.`,
  gone: "This draft was sent or thrown away in another tab. Your text is still here.",
  writeHere: "Write here",
  mine: "What you typed here is kept:",
  copyMine: "Copy",
  copied: "Copied",
  discard: "Throw draft away",
  discarded: "Draft thrown away",
  understood: "OK",
} as const

/** "Wouda Advocaten is no longer available in VDM Bouwmaterialen NL and was taken out." */
export function leftOutInWords(names: readonly string[], administration: string): string {
  const last = names.at(-1) ?? ""
  if (names.length < 2) return `${last} is no longer available in ${administration} and was taken out.`
  return `${names.slice(0, -1).join(", ")} and ${last} are no longer available in ${administration} and were taken out.`
}
