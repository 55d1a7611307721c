/** Words never become a program: what could make one of them is refused by the browser itself. */
import { expect, it } from 'vitest';
import { inBrowser, useSite } from './browser.ts';

inBrowser('trusted types', () => {
  const site = useSite();

  it('let addresses of this site become scripts, and nothing else, and no words markup', async () => {
    const { page } = await site.open('packet/');
    const tried = await page.evaluate(() => {
      const attempt = (act: () => void): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const from = (address: string) => attempt(() => (document.createElement('script').src = address));
      return {
        own: from('../exporters/share.js'),
        elsewhere: from('https://evil.example/x.js'),
        data: from('data:text/javascript,alert(1)'),
        markup: attempt(() => (document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>')),
        parsed: attempt(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
        frame: attempt(() => (document.createElement('iframe').srcdoc = '<script>alert(1)</script>')),
        words: attempt(() => (document.createElement('script').text = 'alert(1)')),
        another: attempt(() =>
          (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes //
            .createPolicy('mine', {}),
        ),
      };
    });
    expect(tried).toEqual({
      own: 'done',
      elsewhere: 'TypeError',
      data: 'TypeError',
      markup: 'TypeError',
      parsed: 'TypeError',
      frame: 'TypeError',
      words: 'TypeError',
      another: 'TypeError',
    });
    await page.context().close();
  });

  it('are in no one’s way: the search and a packet work', async () => {
    const { page, faults } = await site.open('packet/');
    await page.locator('[data-use]').first().click();
    await page.locator('.packet-document .part:not([data-waiting])').nth(2).waitFor();
    await page.keyboard.press('/');
    await page.locator('dialog.search input').fill('judge');
    await page.locator('.search-results a').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
