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
} as const
