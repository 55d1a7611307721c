/** Writes and reads filled forms as CSV. */
import { readCsv, writeCsv, writeSummaryCsv } from '../../../tools/csv.ts';

export const csv = { read: readCsv, write: writeCsv, summary: writeSummaryCsv };
(globalThis.csec ??= {}).csv = csv;
