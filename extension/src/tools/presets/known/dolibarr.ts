import type { Preset } from "../preset"

/**
 * Dolibarr. Public source: Dolibarr/dolibarr, htdocs/core/lib/functions.lib.php (dol_banner_tab), htdocs/core/class/html.form.class.php
 * (showrefnav), htdocs/compta/facture/list.php. The reference is the first text of `.refid`; what stands in its children is other data.
 */
export const dolibarr: Preset = {
  name: "Dolibarr",
  address: "",
  patternExamples: ["FA####-####"],
  pages: [
    {
      shows: "case",
      path: {
        source:
          "^/compta/facture/(?:card|note|contact|document|agenda|info)\\.php\\?(?:[^#]*&)?(?:id|facid)=(?<id>\\d+)(?:[&#].*)?$",
        flags: "",
      },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        { names: "number", kind: "invoice", from: "first-text", selector: ".arearef .refid" },
      ],
      reject: { source: "^\\(?PROV", flags: "i" },
      // An invoice that was opened again keeps its reference (class/facture.class.php, setDraft and LibStatut).
      drafts: [".arearef .statusref .badge-status0"],
    },
    {
      shows: "case",
      path: {
        source: "^/(?:societe|comm)/card\\.php\\?(?:[^#]*&)?(?:socid|id)=(?<id>\\d+)(?:[&#].*)?$",
        flags: "",
      },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: ".arearef .refid",
    },
    {
      shows: "list",
      path: { source: "^/compta/facture/list\\.php(?:[?#].*)?$", flags: "" },
      fields: [{ names: "number", kind: "invoice", from: "text", selector: 'a[href*="/compta/facture/card.php"]' }],
      reject: { source: "^\\(?PROV", flags: "i" },
      rows: { selector: "tr.oddeven", ticked: "input.checkforselect:checked" },
    },
  ],
}
