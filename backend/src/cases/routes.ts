import { deeds as rowDeeds } from "@casepost/shared/case-rows"
import { deeds } from "@casepost/shared/cases"
import { deeds as factDeeds } from "@casepost/shared/facts"
import { deeds as overviewDeeds } from "@casepost/shared/overviews"
import { type Api, addDeed } from "../http/add-deed.ts"
import { correctAddress } from "./addresses/correct-address.ts"
import { getAccessCode } from "./codes/get-access-code.ts"
import { renewAccessCode } from "./codes/renew-access-code.ts"
import { getFacts } from "./facts/get-facts.ts"
import { getCase } from "./get-case.ts"
import { countOverview } from "./overview/count-overview.ts"
import { readOverview } from "./overview/read-overview.ts"
import { lookupCases } from "./search/lookup-cases.ts"
import { searchCases } from "./search/search-cases.ts"
import { upsertCustomers } from "./upsert/customers/upsert-customers.ts"
import { upsertInvoices } from "./upsert/invoices/upsert-invoices.ts"
import { upsertMatters } from "./upsert/matters/upsert-matters.ts"

export function caseRoutes(api: Api): void {
  addDeed(api, deeds.searchCases, (context, { query }) => searchCases(context, query))
  addDeed(api, deeds.lookupCases, (context, { body }) => lookupCases(context, body))
  addDeed(api, overviewDeeds.readOverview, (context, { body }) => readOverview(context, body))
  addDeed(api, overviewDeeds.countOverview, (context, { body }) => countOverview(context, body))
  addDeed(api, deeds.getCase, (context, { params }) => getCase(context, params))
  addDeed(api, factDeeds.getFacts, (context, { params }) => getFacts(context, params))
  addDeed(api, deeds.correctAddress, (context, { params, body }) =>
    correctAddress(context, { customerId: params.id, ...body }),
  )
  addDeed(api, deeds.getAccessCode, (context, { params }) => getAccessCode(context, params.id))
  addDeed(api, deeds.renewAccessCode, (context, { params }) => renewAccessCode(context, params.id))
  addDeed(api, rowDeeds.upsertCustomers, (context, { params, body }) =>
    upsertCustomers(context, { administrationId: params.id, ...body }),
  )
  addDeed(api, rowDeeds.upsertInvoices, (context, { params, body }) =>
    upsertInvoices(context, { administrationId: params.id, ...body }),
  )
  addDeed(api, rowDeeds.upsertMatters, (context, { params, body }) =>
    upsertMatters(context, { administrationId: params.id, ...body }),
  )
}
