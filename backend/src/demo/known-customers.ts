import type { Language } from "@casepost/shared/organisations"

/** The firms that the pictures and the README name, so that what one sees is what they show. */
export type KnownCustomer = {
  number: string
  name: string
  language: Language
  contact?: { name: string; salutation: string; address?: string }
  more?: { name: string; address: string; purpose: "invoices" | "reminders" }[]
  postcode: string
  city: string
  street: string
  doNotMessage?: string
  invoices: { number: string; amount: string; open?: string; due: number; paid?: number }[]
  matter?: { number: string; description: string; opened: number; closed?: number; invoices: string[] }
}

/** `due`, `paid`, `opened`, `closed` are days from today. */
export const knownCustomers: KnownCustomer[] = [
  {
    number: "10482",
    name: "Jansen & Zonen Aannemers B.V.",
    language: "en",
    contact: { name: "Peter Jansen", salutation: "Mr Jansen", address: "info@jansen.example" },
    more: [{ name: "Crediteurenadministratie", address: "administratie@jansen.example", purpose: "invoices" }],
    street: "Industrieweg 14",
    postcode: "3542 AD",
    city: "Utrecht",
    invoices: [
      { number: "VF-2026-04183", amount: "12480.50", due: -37 },
      { number: "VF-2026-04377", amount: "2210.00", due: 7 },
      { number: "VF-2026-03912", amount: "4318.70", due: -82, paid: -83 },
      { number: "VF-2026-03655", amount: "986.15", due: -104, paid: -107 },
      { number: "VF-2026-03401", amount: "7702.40", due: -126, paid: -125 },
    ],
    matter: {
      number: "M-2026-0019",
      description: "Two invoices of last winter",
      opened: -290,
      closed: -254,
      invoices: ["VF-2026-03655", "VF-2026-03401"],
    },
  },
  {
    number: "10233",
    name: "Bakkerij Van Loon",
    language: "en",
    contact: { name: "Marieke van Loon", salutation: "Ms Van Loon", address: "hallo@vanloon.example" },
    street: "Molenweg 3",
    postcode: "7411 KT",
    city: "Deventer",
    invoices: [{ number: "VF-2026-04219", amount: "1318.20", due: -23 }],
  },
  {
    number: "10219",
    name: "Hotel De Vier Linden",
    language: "nl",
    contact: { name: "Henk Linden", salutation: "meneer Linden", address: "receptie@vierlinden.example" },
    street: "Stationsplein 1",
    postcode: "8011 PK",
    city: "Zwolle",
    invoices: [{ number: "VF-2026-03977", amount: "9410.00", due: -50 }],
  },
  {
    number: "10061",
    name: "Schilderwerken Claes",
    language: "en",
    contact: { name: "Luc Claes", salutation: "Mr Claes", address: "luc@claes.example" },
    street: "Kerkplein 9",
    postcode: "2000",
    city: "Antwerpen",
    invoices: [
      { number: "VF-2026-03511", amount: "3120.00", due: -118 },
      { number: "VF-2026-03602", amount: "1875.60", due: -108 },
    ],
    matter: {
      number: "M-2026-0061",
      description: "Handed over to the bailiff",
      opened: -40,
      invoices: ["VF-2026-03511", "VF-2026-03602"],
    },
  },
  {
    number: "10377",
    name: "Tuincentrum Oost",
    language: "en",
    contact: { name: "Ilse Oosting", salutation: "Ms Oosting", address: "inkoop@oosttuin.example" },
    street: "Kanaaldijk 22",
    postcode: "6811 CD",
    city: "Arnhem",
    invoices: [{ number: "VF-2026-04161", amount: "2745.60", due: -25 }],
  },
  {
    number: "10391",
    name: "Installatiebedrijf Kramer",
    language: "en",
    contact: { name: "Bas Kramer", salutation: "Mr Kramer", address: "ib@kramer.example" },
    street: "Ambachtsweg 5",
    postcode: "4811 DJ",
    city: "Breda",
    invoices: [{ number: "VF-2026-04102", amount: "5027.75", due: -28 }],
  },
  {
    number: "10304",
    name: "Atelier Noordzij",
    language: "nl",
    contact: { name: "Femke Noordzij", salutation: "mevrouw Noordzij" },
    street: "Havenstraat 80",
    postcode: "9712 HN",
    city: "Groningen",
    invoices: [{ number: "VF-2026-04055", amount: "864.00", due: -31 }],
  },
  {
    number: "10127",
    name: "Bouwgroep Meijer",
    language: "en",
    contact: { name: "Kees Meijer", salutation: "Mr Meijer", address: "k.meijer@bouwgroepmeijer.example" },
    street: "Dorpsstraat 41",
    postcode: "2312 GR",
    city: "Leiden",
    invoices: [{ number: "VF-2026-04098", amount: "18233.40", due: -29 }],
    matter: {
      number: "M-2026-0058",
      description: "Agreement on instalments",
      opened: -12,
      invoices: ["VF-2026-04098"],
    },
  },
  {
    number: "10390",
    name: "Café Het Anker",
    language: "en",
    contact: { name: "Wim Ankers", salutation: "Mr Ankers", address: "hetanker@anker.example" },
    street: "Havenstraat 2",
    postcode: "3011 AA",
    city: "Rotterdam",
    invoices: [{ number: "VF-2026-03890", amount: "642.30", due: -75, paid: -4 }],
  },
  {
    number: "10455",
    name: "Garage Ten Brink",
    language: "nl",
    contact: { name: "Ruben ten Brink", salutation: "meneer Ten Brink", address: "garage@tenbrink.example" },
    street: "Industrieweg 77",
    postcode: "7411 KT",
    city: "Deventer",
    doNotMessage: "In dispute, lawyer only.",
    invoices: [{ number: "VF-2026-04066", amount: "3317.05", due: -31 }],
  },
  {
    number: "10504",
    name: "Jansens Interieurbouw",
    language: "nl",
    contact: { name: "Daan Jansens", salutation: "meneer Jansens", address: "daan@jansensinterieur.example" },
    street: "Ambachtsweg 31",
    postcode: "5611 EK",
    city: "Eindhoven",
    invoices: [
      { number: "VF-2026-03204", amount: "4120.18", due: -125 },
      { number: "VF-2026-03377", amount: "2820.00", due: -121 },
    ],
    matter: {
      number: "M-2026-0004",
      description: "Two kitchens, disputed delivery",
      opened: -60,
      invoices: ["VF-2026-03204", "VF-2026-03377"],
    },
  },
]
