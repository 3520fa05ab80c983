import type { CaseKind } from "@casepost/shared/cases"
import type { ToolField } from "@casepost/shared/tools"

const number = new Intl.NumberFormat("en-GB")
const plural = (value: number, one: string, many: string) => `${number.format(value)} ${value === 1 ? one : many}`
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" })
const short = (name: string) => (name.length > 48 ? `${name.slice(0, 47)}…` : name)
const kinds = { customer: "customer", matter: "matter", invoice: "invoice" } as const satisfies Record<CaseKind, string>
const inOrder = ["invoice", "matter", "customer"] as const satisfies CaseKind[]

type Count = { kind: CaseKind; fit: number; looked: number }
const countsInWords = (counts: readonly Count[]) =>
  listed.format(
    counts.map(({ kind, fit, looked }) => `${number.format(fit)} of ${number.format(looked)} ${kinds[kind]} numbers`),
  )

/** What the settings page of tools says. */
export const words = {
  kicker: "Organisation settings",
  title: "Tools",
  lead: "The web tools where Casepost shows its launcher and reads case numbers, and nothing else.",
  add: "Add tool",
  columns: {
    on: "On",
    tool: "Tool and origin",
    administration: "Administration",
    health: "Health",
    actions: "Actions",
  },
  failed: "The tools could not be loaded",
  empty: "No tools yet",
  emptyMore: "Add the web tool your colleagues have open, or start from one of the presets below.",
  onFor: (name: string) => `${short(name)} on for the organisation`,
  byPolicy: "Set by policy",
  byPolicyMore: "The administrator of this computer switched it on. It cannot be changed here.",
  fromAddress: "From the address",
  askEachTime: "Ask each time",
  noAdministration: "Choose one: its administration is gone",
  actionsFor: (name: string) => `Actions for ${short(name)}`,
  edit: "Edit",
  pick: "Pick the invoice number",
  test: "Test on this page",
  hideLauncher: "Hide launcher here",
  showLauncher: "Show launcher here",
  remove: "Delete",
  notAllowedHere: "On for the organisation; not yet allowed in this browser",
  notAllowedByPolicy: "Not yet allowed in this browser",
  offHere: "On for the organisation; removed from this browser",
  allowHere: "Allow here",
  allowHereFor: (name: string) => `Allow here: ${short(name)}`,
  refused: (origin: string) =>
    `Nothing was changed: Chrome was not allowed to show Casepost on ${origin}. Switch it on again, and press Allow.`,
  refusedHere: (origin: string) =>
    `Chrome was not allowed to show Casepost on ${origin}. Press “Allow here” again, and then Allow.`,
  switchedOn: (name: string) => `${short(name)} is on for the organisation, and allowed in this browser`,
  switchedOff: (name: string) => `${short(name)} is off for the organisation, and its permission is removed here`,
  allowed: (name: string) => `${short(name)} is allowed in this browser`,
  health: {
    finds: "Finds cases",
    found: (found: readonly CaseKind[], count: number) =>
      `${listed.format(inOrder.filter(kind => found.includes(kind)).map(kind => kinds[kind]))}, ${number.format(count)} this week`,
    fewer: (since: string) => `Finds fewer since ${since}`,
    fewerNow: "Finds fewer than before",
    on: (found: number, pages: number) => `on ${number.format(found)} of ${plural(pages, "page", "pages")}, `,
    again: "point at it again",
    never: "Finds no cases",
    atNumber: "point at the number",
    unseen: "Not looked at this week",
    unseenMore: "nobody opened Casepost on its pages",
    notCounted: "Counted nowhere",
    notCountedMore: "a tool of the policy is not the organisation’s",
    fields: "Relations in CC and BCC",
    fieldsMore: "no case numbers are read here",
    off: "Off",
    offBy: (name: string | null, on: string | null) =>
      name ? `switched off by ${short(name)}${on ? `, ${on}` : ""}` : "switched off",
  },
  here: {
    title: "Tools on this computer",
    lead: "Where Casepost may work in this browser. What a tool reads is set by your organisation’s administrators.",
    none: (organisation: string) => `No tool is on in ${short(organisation)} yet. Its administrators add them.`,
    allowed: "Allowed in this browser",
    notAllowed: "Not allowed in this browser yet",
    removed: "Removed from this browser",
    remove: "Remove here",
    removeFor: (name: string) => `Remove here: ${short(name)}`,
    launcher: "Launcher",
    launcherOf: (name: string) => `Launcher on ${short(name)}`,
    launcherByPolicy: "The administrator of this computer switched the launcher off. Popup and side panel stay.",
    removedNow: (name: string) => `${short(name)} is removed from this browser`,
    failed: "The tools could not be loaded.",
  },
  permission: "Chrome asks each person for permission per tool, at the first click.",
  deleteTitle: (name: string) => `Delete ${short(name)}?`,
  deleteMore:
    "It goes for everybody in the organisation, with its number patterns and the pages pointed at. Messages, notes and cases stay. Switch it off to keep what was set.",
  deleteTool: "Delete tool",
  keep: "Keep it",
  deleted: (name: string) => `${short(name)} is deleted`,

  presets: "Presets",
  presetsLead:
    "A start for well-known tools. They were written from public documentation and not tried on a live system: check before you rely on them.",
  searchPresets: "Search presets",
  addPreset: "Add",
  addPresetOf: (name: string) => `Add ${name}`,
  noPreset: (typed: string) => `No preset called “${typed}”. `,
  addAnyOther: "Add any other tool by its address.",
  presetCount: (presets: number) => plural(presets, "preset", "presets"),

  newTitle: "New tool",
  save: "Save tool",
  name: "Name",
  nameHelp: "What your colleagues call it.",
  fillName: "Fill in a name.",
  address: "Address",
  addressHelp: "Open the tool and copy its address: https://app.grootboek.example",
  fillAddress: "Fill in the address of the tool.",
  keptAs: (address: string, origin: string) =>
    address === origin
      ? `Kept as ${address}. Chrome is asked for this origin only.`
      : `Kept as ${address}: pages whose address begins so. Chrome is asked for ${origin} only.`,
  partNames: "{administration} stands where the address names the administration.",
  preset: "Preset",
  noPresetChosen: "None: number patterns and pages pointed at",
  presetHelp: "Choose one where the tool is in the list.",
  use: "What Casepost does here",
  readsCases: "Looks for case numbers",
  readsCasesMore: "Shows the launcher, and finds the case on the page when it is opened.",
  marksFields: "Offers relations and colleagues in its e-mail fields",
  marksFieldsMore: "A small mark in the field while it has the focus. Nothing that is typed there is read.",
  useOne: "Choose at least one. To keep the tool for later, switch it off in the list.",
  administration: "Administration",
  byAddress: "From the address",
  byAddressMore: "What stands at {administration} says which.",
  byAddressCannot: "Write {administration} in the address first.",
  fixed: "Always the same",
  fixedMore: "All its pages belong to one administration.",
  asked: "Ask each time",
  askedMore: "Numbers of all one’s administrations fit.",
  which: "Which administration",
  chooseAdministration: "Choose an administration",
  chooseOne: "Choose the administration.",
  codes: "What stands in the address",
  code: "In the address",
  codeOf: (place: number) => `In the address, row ${place}`,
  administrationOf: (place: number) => `Administration, row ${place}`,
  addCode: "Add row",
  removeCode: (code: string) => (code ? `Remove ${short(code)}` : "Remove this row"),
  fillCode: "Fill in what stands in the address, and choose its administration.",
  codeTwice: (code: string) => `${short(code)} stands here twice.`,
  codesNeeded: "Add at least one row. Pages of any other administration are not recognised.",
  patterns: "Number patterns",
  patternsLead:
    "How your numbers look on its pages: # is one digit, @ one letter, * a run of letters and digits, everything else stands for itself.",
  patternOf: (place: number) => `Number pattern ${place}`,
  addPattern: "Add pattern",
  removePattern: (pattern: string) => (pattern ? `Remove ${pattern}` : "Remove this pattern"),
  patternTwice: "This pattern stands here twice.",
  fits: (counts: readonly Count[]) => `Fits ${countsInWords(counts)} that were looked at.`,
  fitsNone: "Fits none of the numbers of your cases that were looked at.",
  fitTogether: (counts: readonly Count[], missing: string | undefined) =>
    `Together they fit ${countsInWords(counts)} that were looked at.${missing ? ` Not ${missing}, for one.` : ""}`,
  example: "Try the patterns",
  exampleHelp: "Type or paste a text from one of its pages.",
  finds: (found: readonly string[]) => `Finds ${listed.format(found)}.`,
  findsNothing: "Finds nothing in it.",
  pages: "Pages pointed at",
  pagesLead: "Where the number stands on a page, as somebody showed it. These are tried before the preset.",
  noPages: "Nothing was pointed at yet.",
  pageShows: { case: "A page of one case", list: "A list" },
  removePage: (path: string) => `Remove ${short(path)}`,
  pageRemoved: (path: string) => `${short(path)} is taken out`,
  undo: "Undo",
  fieldOf: ({ kind, names }: Pick<ToolField, "kind" | "names">) =>
    ({
      number: `${capital(kinds[kind])} number`,
      "external-id": `${capital(kinds[kind])}, by the tool’s own id`,
      address: `${capital(kinds[kind])}, by e-mail address`,
    })[names],
  from: {
    text: "the text of",
    value: "what is filled in at",
    attribute: (name: string) => `${name} of`,
    title: "the title of the page",
    path: "the address, at {id}",
  },
  like: (pattern: string) => `, like ${pattern}`,
  picked: "What was pointed at is taken in. It holds for everybody once you save.",
  pickedNothing: "Nothing was pointed at.",
  pickRefused: (origin: string) =>
    `Chrome was not allowed to show Casepost on ${origin}. Press “Pick the invoice number” again, and then Allow.`,
  pickFailed:
    "Nothing can be pointed at on that page: Chrome lets no extension in there. Open another page of the tool.",
  pickHere: "Press “Pick the invoice number”, then click the number on a page of the tool.",
  pickNeedsAddress: "Fill in the address first: the number is pointed at on a page of the tool.",
  testNeedsAddress: "Fill in the address first: it is tested on a page of the tool.",
  stale: "Somebody else changed this tool meanwhile. What you changed is still here.",
  seeTheirs: "See theirs",
  staleSwitch: "Somebody else changed this tool meanwhile. The list shows it as it is now: try again.",
  added: (name: string) => `${short(name)} is added`,
  addedMore: "Colleagues are asked for permission at their first click.",
  saved: (name: string) => `${short(name)} is saved`,
  notThere: "This tool is not there",
  notThereMore: "It may have been deleted, or belong to another organisation.",
  back: "Back to the list",
} as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
