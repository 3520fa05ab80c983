import type { Preset } from "./preset"

/**
 * Applications without public source: where they are, and how numbers look that people there choose. No page of theirs was guessed at:
 * their numbers are declared, or pointed at. An address stands here only where it is the same for every customer of theirs.
 */
function entry(name: string, { address = "", patternExamples = ["########", "VF-####-#####"] } = {}): Preset {
  return { name, address, pages: [], patternExamples }
}

export const entries = {
  "exact-online": entry("Exact Online", { address: "https://start.exactonline.nl" }),
  twinfield: entry("Twinfield"),
  afas: entry("AFAS"),
  snelstart: entry("SnelStart", { address: "https://web.snelstart.nl" }),
  visma: entry("Visma"),
  yuki: entry("Yuki"),
  "business-central": entry("Business Central", { address: "https://businesscentral.dynamics.com" }),
  netsuite: entry("NetSuite"),
  sap: entry("SAP"),
  salesforce: entry("Salesforce"),
  hubspot: entry("HubSpot", { address: "https://app.hubspot.com" }),
} satisfies Record<string, Preset>
