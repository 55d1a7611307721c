/** Text files as programs write them: UTF-8 with and without a mark, UTF-16 of either order, Excel's plain CSV (Windows-1252). */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes);
  const start = bytes.subarray(0, 400);
  const zeros = (odd: number): number => start.filter((byte, place) => byte === 0 && place % 2 === odd).length;
  // Without a mark: letters of Latin languages have a zero in every other byte.
  if (zeros(1) > start.length / 4) return decode('utf-16le', bytes);
  if (zeros(0) > start.length / 4) return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes).replace(/^\uFEFF+/, '');
  } catch {
    return decode('windows-1252', bytes);
  }
}

const decode = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF+/, '');
