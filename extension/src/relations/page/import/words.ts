const count = new Intl.NumberFormat("en-GB")
const plural = (value: number, one: string, many: string) => `${count.format(value)} ${value === 1 ? one : many}`

/** What importing relations says. */
export const words = {
  title: "Import relations",
  lead: "New addresses are added, known ones changed, none deleted.",
  dropMore: "Name, email address, and administrations divided by “;”. At most 2 MB and 5,000 lines.",
  otherFile: "Other file",
  sample: "Download a sample",
  notCsv: (name: string) =>
    `${name} is not a CSV file. Save the list as CSV in your spreadsheet, then choose that file.`,
  tooLarge: (name: string) => `${name} is larger than 2 MB. Divide it into several files.`,
  emptyFile: (name: string) => `${name} is empty. Choose the file with your relations.`,
  unread: (name: string) => `${name} could not be read. Choose it again.`,
  checking: (name: string) => `Checking ${name}`,
  importing: "Importing",
  noLines: "The file has a heading and no lines under it. Add a line for each relation.",
  cancel: "Cancel",
  close: "Close",
  confirm: (relations: number) => `Import ${plural(relations, "relation", "relations")}`,
  nothing: "There is nothing to add or change in this file.",
  line: "Line",
  name: "Name",
  address: "Email address",
  administrations: "Administrations",
  outcome: "What happens",
  nowhere: "None",
  outcomes: { new: "New", changed: "Changed", unchanged: "Unchanged", refused: "Refused" },
  outcomesDone: { new: "Added", changed: "Changed", unchanged: "Unchanged", refused: "Left out" },
  counted: (outcome: string, lines: number) => `${outcome} ${count.format(lines)}`,
  refusedNote: (lines: number) =>
    `${plural(lines, "line is", "lines are")} refused and left out. Correct the file and import it again for those.`,
  moreLines: (lines: number) => `Show ${count.format(lines)} more`,
  done: (relations: number) => `${plural(relations, "relation", "relations")} imported`,
} as const
