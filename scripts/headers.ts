/**
 * What servers are to say with the files of the site. One table; each host reads it in a language of its own:
 * `_headers` (Netlify, Cloudflare Pages) and `.htaccess` (Apache) stand in the site, and `npm run headers -- nginx`
 * or `caddy` prints the others. `npm start` and the tests serve with the same table.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn, readText } from './html.ts';
import { policyWith } from './csp.ts';
import { root } from './project.ts';

type Headers = Readonly<Record<string, string>>;
/** Headers of the files whose path, from the root of the site, starts in a way; the longest start that fits holds for one header. */
export interface Rule {
  start: string;
  headers: Headers;
}

/** A year, in seconds. */
const year = 31_536_000;
/** What no page of ours asks a browser for. */
const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb', 'browsing-topics'];

/** The table, for a built site: its policy allows what the policies of its pages allow together. */
export function rulesFor(site: string): Rule[] {
  const pages = filesIn(site).filter((file) => file.endsWith('.html') && !file.startsWith('downloads/csec-'));
  const hashes = new Set(pages.flatMap((file) => hashesIn(readText(site, file))));
  return [
    {
      start: '',
      headers: {
        // No other site may show these pages in a frame: only a header can say so.
        'Content-Security-Policy': `${policyWith(hashes)}; frame-ancestors 'none'`,
        'X-Frame-Options': 'DENY',
        // Only over https does a browser heed it.
        'Strict-Transport-Security': `max-age=${year}`,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        // A law or a number may change today: ask each time whether there is a newer page.
        'Cache-Control': 'no-cache',
      },
    },
    // Books of one file carry their styles and their policy within.
    { start: 'downloads/', headers: { 'Content-Security-Policy': `frame-ancestors 'none'` } },
    // The names of these files change with what is in them.
    { start: '_astro/', headers: { 'Cache-Control': `public, max-age=${year}, immutable` } },
  ];
}

/** The hashes of inline scripts that a page's own policy allows. */
function hashesIn(html: string): string[] {
  const [policy = ''] = /<meta http-equiv="content-security-policy" content="[^"]*"/.exec(html) ?? [];
  return policy.match(/'sha256-[^']+'/g) ?? [];
}

/** The headers of one file by its path from the root of the site. */
export function headersOf(rules: readonly Rule[], path: string): Headers {
  const fitting = rules.filter(({ start }) => path.startsWith(start));
  return Object.assign({}, ...fitting.map(({ headers }) => headers)) as Headers;
}

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
const lines = (headers: Headers, line: (name: string, value: string) => string): string[] =>
  Object.entries(headers).map(([name, value]) => line(name, value));
/** The starts of all rules but the first, which holds for all files. */
const exceptions = (rules: readonly Rule[]): string[] => rules.slice(1).map(({ start }) => start);

/**
 * The table in the languages of hosts. No two rules of a text meet in one file: what a host makes of two values of a header differs.
 * @param tops the folders (`help/`) and files in the root of the site
 */
type Text = (rules: readonly Rule[], tops: readonly string[]) => string;
export const hosts: Readonly<Record<'netlify' | 'apache' | 'nginx' | 'caddy', Text>> = {
  netlify: (rules, tops) =>
    ['', ...tops]
      .flatMap((top) => [
        `/${top}${top.endsWith('/') ? '*' : ''}`,
        ...lines(headersOf(rules, top), (name, value) => `  ${name}: ${value}`),
      ])
      .join('\n'),
  apache: (rules) =>
    [
      'ErrorDocument 404 /404.html',
      '<IfModule mod_headers.c>',
      ...rules.flatMap(({ start, headers }) =>
        lines(headers, (name, value) => {
          const where = start === '' ? '' : ` "expr=%{REQUEST_URI} =~ m#/${start}#"`;
          return `  Header always set ${name} ${quoted(value)}${where}`;
        }),
      ),
      '</IfModule>',
    ].join('\n'),
  nginx: (rules) =>
    [
      'error_page 404 /404.html;',
      ...rules.map(({ start }) => {
        const all = lines(headersOf(rules, start), (name, value) => `  add_header ${name} ${quoted(value)} always;`);
        return [`location /${start} {`, ...all, '  try_files $uri $uri/ =404;', '}'].join('\n');
      }),
    ].join('\n'),
  caddy: (rules) =>
    [
      ...rules.flatMap(({ start }, index) => [
        start === ''
          ? `@files${index} not path ${exceptions(rules)
              .map((one) => `/${one}*`)
              .join(' ')}`
          : `@files${index} path /${start}*`,
        `header @files${index} {`,
        ...lines(headersOf(rules, start), (name, value) => `\t${name} ${quoted(value)}`),
        '}',
      ]),
      'file_server',
      'handle_errors {',
      '\trewrite * /404.html',
      // A file that is missing for a moment may not be missing for a year.
      ...lines(headersOf(rules, '404.html'), (name, value) => `\theader ${name} ${quoted(value)}`),
      '\tfile_server',
      '}',
    ].join('\n'),
};

/** The folders and files in the root of a site, as a reader asks for them. */
function topsOf(site: string): string[] {
  const tops = filesIn(site).map((file) => (file.includes('/') ? `${file.split('/')[0]!}/` : file));
  return [...new Set(tops)].filter((top) => !Object.hasOwn(headerFiles, top));
}

/** Files of the site that tell a server what to send, and that no reader asks for. */
export const headerFiles = { _headers: 'netlify', '.htaccess': 'apache' } as const;

/** Writes the files that hosts read from the site itself. */
export function addHeaders(site: string): void {
  const rules = rulesFor(site);
  for (const [file, host] of Object.entries(headerFiles))
    writeFileSync(join(site, file), `# From scripts/headers.ts.\n${hosts[host](rules, topsOf(site))}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const host = hosts[process.argv[2] as keyof typeof hosts] as Text | undefined;
  if (!existsSync(join(root, 'dist'))) {
    console.error('There is no dist/ yet. Build first: npm run build.');
    process.exitCode = 1;
  } else if (host) console.log(host(rulesFor(join(root, 'dist')), topsOf(join(root, 'dist'))));
  else {
    console.error(`Which host? One of: ${Object.keys(hosts).join(', ')}.`);
    process.exitCode = 1;
  }
}
