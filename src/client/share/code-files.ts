/** QR codes to save, with the name of the place and its address below. */
import { codePath, modulesOf } from './code.ts';

/** Words as lines of about so many letters. */
export function lines(words: string, length = 30): string[] {
  const all: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < length) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}

/** An address, cut where no line of the picture would hold it. */
const addressLines = (address: string): string[] => address.replace(/^https?:\/\//, '').match(/.{1,34}/g) ?? [];

const size = 480;
const line = 26;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A code as an SVG file. */
export function codeSvg(address: string, title: string): string {
  const modules = modulesOf(address);
  const words = [...lines(title), ...addressLines(address)];
  const bold = lines(title).length;
  const height = size + words.length * line + 12;
  const texts = words.map((text, index) => {
    const look = index < bold ? 'font-size="22" font-weight="bold"' : 'font-size="18"';
    return `<text x="${size / 2}" y="${size + 14 + index * line}" ${look}>${escaped(text)}</text>`;
  });
  const code = codePath(modules);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${height}" width="${size}" height="${height}">`,
    `<path fill="#fff" d="M0 0h${size}v${height}H0z"/>`,
    `<path fill="#000" shape-rendering="crispEdges" transform="scale(${size / modules.length})" d="${code}"/>`,
    `<g font-family="Arial, Helvetica, sans-serif" text-anchor="middle">${texts.join('')}</g></svg>\n`,
  ].join('');
}

/** A code as a PNG file, of whole pixels for each module. */
export function codePng(address: string, title: string): Promise<Blob> {
  const modules = modulesOf(address);
  const dot = Math.ceil((2 * size) / modules.length);
  const width = dot * modules.length;
  const words = [...lines(title), ...addressLines(address)];
  const bold = lines(title).length;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = width + words.length * 2 * line + 24;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  modules.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * dot, y * dot, dot, dot)));
  pen.textAlign = 'center';
  words.forEach((text, index) => {
    pen.font = `${index < bold ? 'bold 44px' : '36px'} Arial, Helvetica, sans-serif`;
    pen.fillText(text, width / 2, width + 28 + index * 2 * line, width - 16);
  });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser draws no pictures.'))), 'image/png'),
  );
}
