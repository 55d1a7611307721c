declare namespace App {
  interface Locals {
    /** The page whose text is being drawn: its numbered citations, and what stands in the place of its embeds. */
    prose?: import('./site/page.ts').ProsePage;
    /** The sections of the page that slides sum up. */
    slides?: readonly string[];
    /** True when the page uses the whole width. */
    wide?: boolean;
    /** True when the page names `text.css` itself, below what it opens with. */
    opening?: boolean;
  }
}

/** A component, for a compiler that reads no files of Astro. Astro's own check reads them. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
