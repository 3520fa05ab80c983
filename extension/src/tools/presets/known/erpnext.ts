import type { Preset } from "../preset"

/**
 * ERPNext, on Frappe. Public source: frappe/frappe, frappe/public/js/frappe/form/toolbar.js, form/controls/base_control.js, list/list_view.js,
 * ui/page.html; the address names the record. Pages that were opened before stay in the document, hidden.
 */
const reject = { source: "^new(?:-|$)", flags: "i" }

export const erpnext: Preset = {
  name: "ERPNext",
  address: "",
  patternExamples: ["ACC-SINV-####-#####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:app|desk)/sales-invoice/(?!view(?:/|$))(?<no>[^/?#]+)", flags: "" },
      fields: [
        { names: "number", kind: "invoice", from: "group", group: "no" },
        {
          names: "number",
          kind: "customer",
          from: "text",
          selector: '.frappe-control[data-fieldname="customer"] .control-value',
        },
      ],
      reject,
      // A draft has its number already; its customer can be changed only until it is submitted (form/controls/base_input.js, can_write).
      drafts: ['.form-layout .frappe-control[data-fieldname="customer"] .control-input input'],
    },
    {
      shows: "case",
      path: { source: "^/(?:app|desk)/customer/(?!view(?:/|$))(?<no>[^/?#]+)", flags: "" },
      fields: [{ names: "number", kind: "customer", from: "group", group: "no" }],
      heading: ".page-head .title-text",
      reject,
    },
    list("sales-invoice", "invoice"),
    list("customer", "customer"),
  ],
}

function list(part: string, kind: "invoice" | "customer"): Preset["pages"][number] {
  return {
    shows: "list",
    path: { source: `^/(?:app|desk)/${part}(?:/view(?:/[^?#]*)?)?/?(?:[?#].*)?$`, flags: "" },
    fields: [{ names: "number", kind, from: "attribute", selector: "input.list-row-checkbox", attribute: "data-name" }],
    reject,
    rows: { selector: ".list-row-container", ticked: "input.list-row-checkbox:checked" },
  }
}
