/** The files that pages offer, as the build lists them. */

/** A written file. */
export interface Download {
  /** Its name in `downloads/`. */
  file: string;
  /** The extension, which names its format: `pdf`. */
  format: string;
  /** What readers call the format: “PDF”. */
  name: string;
  /** What the format is good for. */
  use: string;
  /** What it holds. */
  title: string;
  /** The page that it belongs to; `/` for the whole set. */
  address: string;
  /** The number of its toolkit; the whole set has none. */
  toolkit?: number;
  bytes: number;
  sha256: string;
}

/** “340 KB”, “1.2 MB”: what a download costs, in units of 1000. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What sets a file of a page apart from the main one of its format: “short” of `…-short.pdf`; nothing of the main one. */
export function variantOf({ file, format }: Download, files: readonly Download[]): string {
  const stem = (name: string): string => name.replace(/\.[^.]+$/, '');
  const stems = files.filter((other) => other.format === format).map((other) => stem(other.file));
  const main = stems.find((other) => stem(file).startsWith(`${other}-`));
  return main === undefined
    ? ''
    : stem(file)
        .slice(main.length + 1)
        .replaceAll('-', ' ');
}

/** The downloads by format, formats in the order of their first file. */
export function byFormat(downloads: readonly Download[]): { name: string; use: string; files: Download[] }[] {
  return [...new Set(downloads.map(({ format }) => format))].map((format) => {
    const files = downloads.filter((download) => download.format === format);
    return { name: files[0]!.name, use: files[0]!.use, files };
  });
}

/** The downloads of each page that has any, pages in the order of their first file. */
export function byPage(downloads: readonly Download[]): { address: string; title: string; files: Download[] }[] {
  const addresses = [...new Set(downloads.map(({ address }) => address))];
  return addresses.map((address) => {
    const files = downloads.filter((download) => download.address === address);
    return { address, title: files[0]!.title, files };
  });
}
