/** The file formats, in the order in which pages offer them. A new format is one writer and one line here. */
import { docx } from './docx.ts';
import { epub } from './epub.ts';
import { html } from './html.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';
import { pptx } from './pptx.ts';
import { xlsx } from './xlsx.ts';

export const formats = { pdf, docx, xlsx, pptx, html, epub, ics, json };
