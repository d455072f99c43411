/** Every size a person can meet; the browser says it before the server refuses it. */
export const limits = {
  /** Bytes of a JSON request body. */
  jsonBytes: 1_000_000,
  /** Bytes of a draft that is saved: the places of its pieces, without their words. */
  draftBytes: 6_000_000,
  /** Bytes of a memorandum given to the importer. */
  importBytes: 20_000_000,
  /** Bytes of a plain text that is read while its reader waits; a longer one is read by a job. */
  importAtOnceBytes: 200_000,
  /** Bytes of a DOCX or XLSX when it is unpacked. */
  importUnpackedBytes: 60_000_000,
  /** Pages of a PDF. */
  importPages: 500,
  /** Seconds that reading a file may take. */
  importSeconds: 120,
  /** Columns of a table. */
  importColumns: 50,
  /** Characters of a heading over a column. */
  importCell: 500,
  /** Characters of a memorandum's text. */
  importCharacters: 1_000_000,
  /** Bytes of one evidence file; an installation may allow less. */
  evidenceBytes: 2_147_483_648,
  /** Bytes of a report that was built. */
  reportBytes: 50_000_000,
  /** Pieces of evidence on one update. */
  evidencePerUpdate: 20,
  /** Pieces of evidence on one measure or signed document, and revisions of one. */
  evidencePerPlace: 200,
  /** Files that are downloaded in one archive. */
  archiveFiles: 200,
  /** Pages of a document that are drawn to be looked at. */
  previewPages: 20,
  /** Characters of a link's address. */
  link: 2_000,
  /** Characters of an update's text. */
  updateText: 10_000,
  nextStep: 1_000,
  difficulties: 4_000,
  request: 4_000,
  reason: 2_000,
  note: 4_000,
  /** People named in one note. */
  mentions: 20,
  title: 200,
  documentTitle: 300,
  documentParties: 20,
  /** Pieces of a text that are held against the measures of its meeting. */
  attachedPieces: 5_000,
  /** Characters of a file's name as shown, and of one as it may be given. */
  fileName: 255,
  givenFileName: 4_000,
  /** Supporting units, or named officers, of one assignment. */
  assignees: 40,
  /** Measures in one bulk request. */
  bulk: 200,
  /** Rows of a page; the default is the smaller. */
  page: 50,
  pageMax: 200,
  /** Rows of a ledger verified by one request; the next one goes on from there. */
  verifyRows: 20_000,
  /** Days of a light's windows: before a due date, and since the last cleared update. */
  warningDays: 365,
  freshnessDays: 1_000,
  /** Characters of an Idempotency-Key, and how long it is remembered. */
  idempotencyKey: 100,
  idempotencyHours: 48,
  search: 100,
  email: 254,
  password: 200,
} as const;
