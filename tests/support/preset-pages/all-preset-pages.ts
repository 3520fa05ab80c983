import type { PresetName } from "@casepost/shared/tools"
import { akauntingPages } from "./akaunting.ts"
import { dolibarrPages } from "./dolibarr.ts"
import { erpnextPages } from "./erpnext.ts"
import { fossbillingPages } from "./fossbilling.ts"
import { invoiceNinjaPages } from "./invoice-ninja.ts"
import { invoiceplanePages } from "./invoiceplane.ts"
import { moneybirdPages } from "./moneybird.ts"
import { odooPages } from "./odoo.ts"
import type { PresetPages } from "./preset-page.ts"
import { solidinvoicePages } from "./solidinvoice.ts"

/** The pages of every preset that has rules. */
export const allPresetPages: [PresetName, PresetPages][] = [
  ["odoo", odooPages],
  ["erpnext", erpnextPages],
  ["dolibarr", dolibarrPages],
  ["invoice-ninja", invoiceNinjaPages],
  ["akaunting", akauntingPages],
  ["invoiceplane", invoiceplanePages],
  ["fossbilling", fossbillingPages],
  ["solidinvoice", solidinvoicePages],
  ["moneybird", moneybirdPages],
]
