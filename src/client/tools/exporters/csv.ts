/** Writes and reads filled forms as CSV. */
import { decodeText } from '../../../tools/decode-text.ts';
import { readCsv, writeCsv, writeSummaryCsv } from '../../../tools/csv.ts';

export const csv = { read: readCsv, decode: decodeText, write: writeCsv, summary: writeSummaryCsv };
(globalThis.csec ??= {}).csv = csv;
