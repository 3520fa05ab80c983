import { makePng } from "./images.ts"
import { type MatrixWorld, mark } from "./matrix-world.ts"
import { makeZip, pdfOf } from "./zip.ts"

const zip = await makeZip({ [`${mark}.pdf`]: pdfOf(mark) })

/** What a route is asked in the matrix, with real ids of world A wherever it takes ids. */
export type MatrixCall = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  bytes?: Uint8Array
  /** It is about something of the standard user alone: not even an administrator is answered with it. */
  personal?: true
  /** It is about something that every colleague may know of, whatever her rights: only other organisations may not. */
  everyColleague?: true
}

/**
 * Every route by its deed's id. A route that is missing here fails the matrix test: add one line with ids of the world, and whoever may
 * not is tried on it. Routes that change things stand below those that read them.
 */
export const calls: Record<string, (world: MatrixWorld) => MatrixCall> = {
  getMe: () => ({}),
  listUsers: () => ({}),
  listApiKeys: () => ({}),
  listAudit: () => ({}),
  listAdministrations: () => ({}),
  searchCases: () => ({ query: { search: mark } }),
  lookupCases: world => ({ body: { numbers: [world.invoiceNumber] } }),
  readOverview: () => ({ body: { filter: { kind: "invoice", search: mark } } }),
  countOverview: () => ({ body: { filter: { kind: "customer" } } }),
  getCase: world => ({ params: { kind: "invoice", id: world.invoiceId } }),
  getFacts: world => ({ params: { kind: "invoice", id: world.invoiceId } }),
  getAccessCode: world => ({ params: { id: world.customerId } }),
  listTimeline: world => ({ params: { kind: "matter", id: world.matterId } }),
  listInbox: () => ({ query: { search: mark } }),
  countUnread: () => ({}),
  listNotifications: () => ({}),
  markNotificationsRead: () => ({ body: { all: true } }),
  listDrafts: () => ({}),
  getDraft: world => ({ params: { kind: "message", caseKind: "customer", caseId: world.customerId }, personal: true }),
  listRecipients: world => ({ params: { id: world.administrationId } }),
  listRelations: () => ({ query: { search: mark } }),
  getRelation: world => ({ params: { id: world.relationId } }),
  listRelationUses: world => ({ params: { id: world.relationId } }),
  exportRelations: () => ({}),
  checkRelationImport: () => ({ body: { contentBase64: relationFile } }),
  listStandardMessages: world => ({ query: { administrationId: world.administrationId } }),
  getStandardMessage: world => ({ params: { id: world.standardMessageId } }),
  chooseStandardMessage: world => ({
    params: { id: world.standardMessageId, caseKind: "invoice", caseId: world.invoiceId },
  }),
  getMySignature: () => ({}),
  getNote: world => ({ params: { id: world.noteId } }),
  getAdministrationSignature: world => ({ params: { id: world.administrationId } }),
  getSignature: world => ({ params: { id: world.administrationId } }),
  readAttachment: world => ({ params: { id: world.fileId } }),
  previewMessage: world => ({ body: message(world) }),
  checkAddresses: world => ({ body: { caseRef: invoice(world), addresses: ["info@jansen.example"] } }),
  getImport: world => ({ params: { id: world.importId } }),
  listImports: world => ({ query: { administrationId: world.administrationId } }),
  listImportRows: world => ({ params: { id: world.importId } }),
  downloadRefused: world => ({ params: { id: world.importId } }),
  listBulkMessages: () => ({}),
  getBulkMessage: world => ({ params: { id: world.sentBulkId } }),
  listBulkCases: world => ({ params: { id: world.sentBulkId } }),
  previewBulkCase: world => ({ params: { id: world.sentBulkId, position: "0" } }),
  exportBulkMessage: world => ({ params: { id: world.sentBulkId } }),
  listTools: () => ({ everyColleague: true }),
  recordSightings: world => ({
    params: { id: world.toolId },
    body: { sightings: [{ kind: "invoice", pages: 2 }] },
    everyColleague: true,
  }),

  getPortalSession: () => ({}),
  listPortalConversations: () => ({}),
  readPortalConversation: world => ({ params: invoice(world) }),
  readPortalAttachment: world => ({ params: { id: world.fileId } }),
  openPortalMessage: world => ({ params: { id: world.leftMessageId } }),
  replyToMessage: world => ({ params: invoice(world), body: { text: `${mark} will be paid on Friday.` } }),

  createStandardMessage: world => ({
    body: { ...standardMessage(), description: `${mark} third reminder`, administrationId: world.administrationId },
  }),
  saveStandardMessage: world => ({
    params: { id: world.standardMessageId },
    body: { ...standardMessage(), version: 1 },
  }),
  copyStandardMessage: world => ({ params: { id: world.standardMessageId }, body: {} }),
  archiveStandardMessage: world => ({ params: { id: world.standardMessageId }, body: { archived: false } }),

  updateMe: () => ({ body: { notifyOnReply: false } }),
  uploadLogo: () => ({ bytes: makePng(12, 4) }),
  saveAdministrationSignature: world => ({ params: { id: world.administrationId }, body: { html: `<p>${mark}</p>` } }),
  saveMySignature: () => ({ body: { html: "<p>Kind regards</p>" } }),
  saveDraft: world => ({
    params: { kind: "note", caseKind: "matter", caseId: world.matterId },
    body: { content: content(), version: 0, surface: "tab-1" },
  }),
  discardDraft: world => ({
    params: { kind: "message", caseKind: "customer", caseId: world.customerId },
    personal: true,
  }),
  uploadAttachment: () => ({ query: { name: "hello.txt" }, bytes: new TextEncoder().encode("Hello") }),
  deleteAttachment: world => ({ params: { id: world.uploadId }, personal: true }),
  markConversation: world => ({ params: invoice(world), body: { read: false } }),
  markMessage: world => ({ params: { id: world.leftMessageId }, body: { read: true } }),
  undoMessage: world => ({ params: { id: world.heldMessageId } }),
  resendMessage: world => ({ params: { id: world.leftMessageId }, body: { to: [jansen], cc: [], bcc: [] } }),
  sendMessage: world => ({ body: message(world) }),
  correctAddress: world => ({ params: { id: world.customerId }, body: { generalAddress: "new@jansen.example" } }),
  renewAccessCode: world => ({ params: { id: world.customerId } }),
  revokePortalLinks: world => ({ params: { id: world.customerId } }),
  confirmImport: world => ({ params: { id: world.importId }, body: {} }),
  checkImport: world => ({
    body: {
      administrationId: world.administrationId,
      fileName: "open.csv",
      contentBase64: Buffer.from("customerNumber,customerName\nK-9,Smit").toString("base64"),
      mode: "additions-and-changes",
    },
  }),
  upsertCustomers: world => ({
    params: { id: world.administrationId },
    body: { rows: [{ number: "K-7", name: mark }] },
  }),
  upsertInvoices: world => ({ params: { id: world.administrationId }, body: { rows: [invoiceRow] } }),
  putInvoicePdf: world => ({ params: { id: world.invoiceId }, bytes: pdfOf(mark) }),
  getInvoicePdf: world => ({ params: { id: world.invoiceId } }),
  addInvoicePdfs: world => ({ params: { id: world.administrationId }, bytes: zip }),
  deleteInvoicePdf: world => ({ params: { id: world.invoiceId } }),
  upsertMatters: world => ({ params: { id: world.administrationId }, body: { rows: [matterRow] } }),
  inviteUser: world => ({
    body: {
      name: "Eva Kok",
      email: `eva-${world.spareUserId}@vdmbouw.example`,
      right: "none",
      administrations: [{ id: world.administrationId, right: "standard" }],
    },
  }),
  updateUser: world => ({ params: { id: world.spareUserId }, body: { right: "restricted" } }),
  addNote: world => ({
    body: {
      caseRef: invoice(world),
      bodyHtml: `<p>${mark} called.</p>`,
      recipients: [{ kind: "relation", relationId: world.relationId }],
    },
  }),
  forwardNote: world => ({
    params: { id: world.noteId },
    body: { recipients: [{ kind: "relation", relationId: world.relationId }] },
  }),
  setReminder: world => ({
    params: { id: world.noteId },
    body: {
      reminder: {
        date: "2027-01-04",
        time: "09:00",
        timeZone: "Europe/Amsterdam",
        recipients: [{ kind: "relation", relationId: world.relationId }],
      },
    },
  }),
  setNoteDone: world => ({ params: { id: world.noteId }, body: { done: true } }),
  createRelation: world => ({
    body: { name: "Deloo", address: "dossier@deloo.example", administrationIds: [world.administrationId] },
  }),
  updateRelation: world => ({
    params: { id: world.relationId },
    body: { name: mark, address: "new@smit.example", administrationIds: [world.administrationId] },
  }),
  deleteRelation: world => ({ params: { id: world.relationId }, query: { confirmed: "true" } }),
  importRelations: () => ({ body: { contentBase64: relationFile } }),
  openBulkMessage: world => ({ body: { selection: bulkSelection(world) } }),
  startBulkMessage: world => ({ body: { selection: bulkSelection(world), content: bulkContent } }),
  saveBulkMessage: world => ({
    params: { id: world.writtenBulkId },
    body: { content: bulkContent, version: 1 },
    personal: true,
  }),
  changeBulkCase: world => ({
    params: { id: world.writtenBulkId, position: "0" },
    body: { values: { "contact.name": mark } },
    personal: true,
  }),
  changeBulkCases: world => ({ params: { id: world.writtenBulkId }, body: { takenOut: false }, personal: true }),
  testBulkMessage: world => ({ params: { id: world.writtenBulkId }, body: { position: 0 }, personal: true }),
  sendBulkMessage: world => ({
    params: { id: world.writtenBulkId },
    body: { version: 2, sendAt: new Date(Date.now() + 86_400_000).toISOString() },
    personal: true,
  }),
  undoBulkMessage: world => ({ params: { id: world.writtenBulkId }, personal: true }),
  discardBulkMessage: world => ({ params: { id: world.writtenBulkId }, personal: true }),
  pauseBulkMessage: world => ({ params: { id: world.sentBulkId } }),
  resumeBulkMessage: world => ({ params: { id: world.sentBulkId } }),
  retryBulkMessage: world => ({ params: { id: world.sentBulkId }, body: {} }),
  stopBulkMessage: world => ({ params: { id: world.sentBulkId } }),
  createTool: world => ({ body: tool(world, "app.voorraad.example") }),
  updateTool: world => ({ params: { id: world.toolId }, body: { ...tool(world), version: 1 } }),
  deleteTool: world => ({ params: { id: world.toolId } }),
  createApiKey: world => ({ body: { name: "ERP", administrations: [world.administrationId] } }),
  revokeApiKey: world => ({ params: { id: world.apiKeyId } }),
}

const jansen = { kind: "typed", address: "p@jansen.example" }
const invoice = (world: MatrixWorld) => ({ kind: "invoice", id: world.invoiceId })

function content() {
  return { to: [], cc: [], bcc: [], subject: "Still open", bodyHtml: "<p>Dear customer</p>", attachmentIds: [] }
}

function message(world: MatrixWorld) {
  return { ...content(), caseRef: invoice(world) }
}

const bulkSelection = (world: MatrixWorld) => ({ by: "ids", kind: "invoice", ids: [world.invoiceId] })
const bulkContent = {
  texts: [{ language: "nl", subject: `${mark} is still open`, bodyHtml: "<p>Dear customer</p>" }],
  cc: [],
  bcc: [],
  attachmentIds: [],
}

const invoiceRow = {
  number: "F-7",
  customerNumber: "K-7",
  amount: "10.00",
  openAmount: "10.00",
  currency: "EUR",
  invoiceDate: "2026-09-17",
  dueDate: "2026-10-17",
}
const relationFile = Buffer.from(`Name;Email address;Administrations\nKuiper;info@kuiper.example;`).toString("base64")
const matterRow = { number: "M-7", customerNumber: "K-7", openedOn: "2026-10-20", invoiceNumbers: ["F-7"] }

function tool(world: MatrixWorld, host = "app.grootboek.example") {
  return {
    name: mark,
    address: `https://${host}`,
    preset: null,
    administrationBy: "fixed",
    administrationId: world.administrationId,
    administrationCodes: [],
    readsCases: true,
    marksFields: false,
    numberPatterns: [],
    pages: [],
    on: true,
  }
}

function standardMessage() {
  const texts = [{ language: "en", subject: null, bodyHtml: `<p>${mark} is still open.</p>` }]
  return { description: `${mark} reminder`, texts, cc: [], bcc: [], attachmentIds: [] }
}
