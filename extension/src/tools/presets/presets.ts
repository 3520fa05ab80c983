import type { PresetName } from "@casepost/shared/tools"
import { entries } from "./entries"
import { akaunting } from "./known/akaunting"
import { dolibarr } from "./known/dolibarr"
import { erpnext } from "./known/erpnext"
import { fossbilling } from "./known/fossbilling"
import { invoiceNinja } from "./known/invoice-ninja"
import { invoiceplane } from "./known/invoiceplane"
import { moneybird } from "./known/moneybird"
import { odoo } from "./known/odoo"
import { solidinvoice } from "./known/solidinvoice"
import type { Preset } from "./preset"

/** Every tool that Casepost knows by name. */
export const presets: Record<PresetName, Preset> = {
  odoo,
  erpnext,
  dolibarr,
  "invoice-ninja": invoiceNinja,
  akaunting,
  invoiceplane,
  fossbilling,
  solidinvoice,
  moneybird,
  ...entries,
}
