import { describe, expect, it } from 'vitest';
import { prose } from '../../src/integrations/prose.ts';

/** The program that Astro's MDX compiler makes of a text. */
async function compiled(text: string): Promise<string> {
  const shared = { syntaxHighlight: false, shikiConfig: {} } as never;
  const renderer = await prose.createMdxRenderer!(shared, {
    optimize: false,
    srcDir: new URL('file:///'),
    sourcemap: false,
  } as never);
  return (await renderer.process(text, '/content/pages/x.mdx', {})).code;
}

describe('the compiler of texts', () => {
  it.each([
    ['an expression', 'Two\n\nis {1 + 1}.', /x\.mdx:3: \{1 \+ 1\} would be a program/],
    ['an import', 'import x from "node:fs"\n\nWords.', /x\.mdx:1: import and export lines are not used here/],
    ['an unknown component', '<Calout kind="tip">\nWords.\n</Calout>', /x\.mdx:1: unknown component <Calout>/],
    ['a program in an attribute', '<Term id={process.exit()}>MOU</Term> it is', /attribute is not plain text/],
  ])('stops at %s', async (_, text, message) => {
    await expect(compiled(text)).rejects.toThrow(message);
  });

  it('numbers citations in the order of the text, quotations before their words', async () => {
    const code = await compiled(
      'One.<Cite source="a" />\n\n<Quote by="B" source="b">\nTwo.<Cite source="c" />\n</Quote>\n\n- Three.<Cite source="d" />\n',
    );
    const found = [...code.matchAll(/source: "(\w)",\s*nth: "(\d)"/g)].map(([, source, nth]) => `${source}${nth}`);
    expect(found).toEqual(['a0', 'b1', 'c2', 'd3']);
  });

  it('gives headings their ids and words, and embeds what they stand for', async () => {
    const code = await compiled('## It’s *so* {/* #so #old */}\n\n<Checklist id="steps" />\n\n<RegionMap />\n');
    expect(code).toMatch(/level: "2",\s*id: "so",\s*aliases: "old",\s*text: "It’s so"/);
    expect(code).toMatch(/of: "checklists",\s*id: "steps"/);
    expect(code).toMatch(/of: "regions"/);
    expect(code).not.toContain('#old');
  });

  it('keeps components that stand alone in their paragraph, and no paragraph around the first words of an item', async () => {
    const code = await compiled(
      '<Suggestion>Ask.</Suggestion> <Cite source="a" />\n\n- One\n\n- Two "words"\n\n  More\n',
    );
    expect(code).toMatch(/_components\.p, \{\s*children: \[_jsx\(Suggestion[\s\S]*?, " ", _jsx\(Cite/);
    expect(code).toMatch(/_components\.li, \{\s*children: "One"/);
    expect(code).toMatch(
      /_components\.li, \{\s*children: \["Two “words”", _jsx\(_components\.p, \{\s*children: "More"/,
    );
  });
});
