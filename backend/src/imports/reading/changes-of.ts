import type { CustomerChange } from "../../cases/upsert/customers/compare-customer.ts"
import type { InvoiceChange } from "../../cases/upsert/invoices/compare-invoice.ts"
import type { Values } from "./read-row.ts"

/** What a row that was read says about its customer and, where it names one, its invoice. What it leaves out stays as it is. */
export function changesOf(values: Values): { customer: CustomerChange; invoice: InvoiceChange | undefined } {
  const { customerNumber = "", invoiceNumber } = values
  const general = given({ name: values.contactName, salutation: values.salutation, address: values.emailAddress })
  return {
    customer: {
      number: customerNumber,
      ...given({
        name: values.customerName,
        language: values.language as CustomerChange["language"],
        street: values.street,
        postcode: values.postcode,
        city: values.city,
        country: values.country,
      }),
      ...(Object.keys(general).length > 0 && { general }),
    },
    invoice: invoiceNumber
      ? {
          number: invoiceNumber,
          customerNumber,
          ...given({
            amount: values.amount,
            openAmount: values.openAmount,
            currency: values.currency,
            invoiceDate: values.invoiceDate,
            dueDate: values.dueDate,
            state: values.state as InvoiceChange["state"],
            externalIds: values.externalId ? [values.externalId] : undefined,
          }),
        }
      : undefined,
  }
}

function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
