import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policies } from '../../scripts/csp.ts';
import { changed } from '../../scripts/pages.ts';

const withPolicy = (html: string): string => changed('index.html', html, [policies]);

it('allows exactly the inline scripts of the page, before they run', () => {
  const script = 'var a = "<&>";';
  const page = withPolicy(
    `<!doctype html><html><head><meta charset="utf-8"><script>${script}</script><script src="x.js"></script></head><body></body></html>`,
  );
  expect(page).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(page.match(/sha256-/g)).toHaveLength(1);
  expect(page.indexOf('content-security-policy')).toBeLessThan(page.indexOf('<script>'));
  expect(page).not.toContain("'unsafe-inline'");
});

it('refuses a page without a charset', () => {
  expect(() => withPolicy('<!doctype html><html><head></head></html>')).toThrow('charset');
});
