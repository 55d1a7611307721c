/** Typst, started once for all documents: templates and a document in, the bytes of a PDF out. */
import start, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { Tools } from '../writer.ts';

export const main = 'document.typ';
/** The templates, beside this file. */
export const templates = [
  main,
  'theme.typ',
  'cover.typ',
  'parts.typ',
  'snug.typ',
  'blocks.typ',
  'inlines.typ',
  'fields.typ',
] as const;
/** Typst itself. */
export const program = '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm';
/** The faces: Literata for titles, Source Sans 3 for text. */
export const fonts = [
  'literata/600SemiBold/Literata_600SemiBold',
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'].map(
    (style) => `source-sans-3/${style}/SourceSans3_${style}`,
  ),
].map((file) => `@expo-google-fonts/${file}.ttf`);

/** The face of what is typed into fields. */
export const fieldFont = fonts[1]!;

const compilers = new WeakMap<Tools, Promise<TypstCompiler>>();

async function compilerFor(tools: Tools): Promise<TypstCompiler> {
  await start({ module_or_path: tools.typst ?? tools.read(program) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(tools.read(font));
  const compiler = await builder.build();
  for (const template of templates) compiler.map_shadow(`/${template}`, tools.read(`./pdf/${template}`));
  return compiler;
}

interface Compiled {
  result?: Uint8Array;
  diagnostics?: { severity: string; path: string; range: string; message: string }[];
}

/** Sets a document. @throws Error with what Typst says */
export async function typeset(json: string, tools: Tools): Promise<Uint8Array> {
  const compiler = await (compilers.get(tools) ?? compilers.set(tools, compilerFor(tools)).get(tools)!);
  compiler.map_shadow('/document.json', new TextEncoder().encode(json));
  // 3: diagnostics as objects.
  const { result, diagnostics = [] } = compiler.compile(`/${main}`, undefined, 'pdf', 3) as Compiled;
  if (result) return result;
  throw new Error(
    diagnostics.map(({ path, range, message }) => `${message} (${path} ${range})`).join('; ') ||
      'Typst gave no PDF and no reason',
  );
}
