import { documentOf, type PresetPages } from "./preset-page.ts"

/** After Dolibarr/dolibarr: htdocs/core/lib/functions.lib.php (dol_banner_tab), htdocs/compta/facture/list.php. */
const banner = (ref: string, status = 1) =>
  `<div class="arearef heightref valignmiddle centpercent"><div class="statusref"><span class="badge badge-status${status} badge-status">${status ? "Unpaid" : "Draft (needs to be validated)"}</span></div>
<div class="inline-block floatleft valignmiddle maxwidth750 refid">${ref}<div class="refidno">Ref. customer: PO-7781<br><a href="/erp/societe/card.php?socid=9" class="refurl">Bakkerij Van den Berg B.V.</a></div></div></div>`

const list = `<table class="tagtable liste"><tbody><tr class="liste_titre"><th>Ref</th></tr>
${["FA2610-0117", "FA2610-0118", "(PROV77)"]
  .map(
    (ref, row) =>
      `<tr data-rowid="${row}" class="oddeven"><td><table class="nobordernopadding"><tr><td><a href="/erp/compta/facture/card.php?id=${row}"><span class="fas fa-file-invoice"></span> ${ref}</a></td></tr></table></td><td>PO-778${row}</td><td>100,00</td><td><input class="flat checkforselect" type="checkbox" ${row !== 1 ? "checked" : ""}></td></tr>`,
  )
  .join("")}</tbody></table>`

export const dolibarrPages: PresetPages = {
  address: "https://company.example/erp",
  invoices: [
    {
      url: "https://company.example/erp/compta/facture/card.php?facid=42",
      html: documentOf("FA2610-0117 - Card", banner("FA2610-0117")),
      number: "FA2610-0117",
      externalId: "42",
    },
    {
      url: "https://company.example/erp/compta/facture/card.php?mainmenu=billing&id=42",
      html: documentOf("Invoice", banner("FA2610-0117")),
      number: "FA2610-0117",
      externalId: "42",
    },
  ],
  customers: [
    {
      url: "https://company.example/erp/societe/card.php?socid=9",
      html: documentOf("Third party", banner("Bakkerij Van den Berg B.V.")),
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://company.example/erp/compta/facture/list.php?search_status=1",
      html: documentOf("Invoices", list),
      numbers: ["FA2610-0117", "FA2610-0118"],
      ticked: ["FA2610-0117"],
    },
  ],
  drafts: [
    {
      url: "https://company.example/erp/compta/facture/card.php?id=77",
      html: documentOf("Invoice", banner("(PROV77)")),
    },
    {
      url: "https://company.example/erp/compta/facture/card.php?id=42",
      html: documentOf("FA2610-0117 - Card", banner("FA2610-0117", 0)),
    },
  ],
  others: [
    {
      url: "https://company.example/erp/compta/paiement/card.php?id=4",
      html: documentOf(
        "Payment PAY2610-0004",
        `${banner("PAY2610-0004")}<table><tr class="oddeven"><td><a href="/erp/compta/facture/card.php?id=42">FA2610-0117</a></td></tr></table>`,
      ),
    },
    {
      url: "https://company.example/erp/fourn/facture/card.php?id=42",
      html: documentOf("SI2610-0117 - Supplier invoice", banner("FA2610-0117")),
    },
  ],
}
