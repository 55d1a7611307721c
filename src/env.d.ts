declare namespace App {
  interface Locals {
    /** The page whose text is being drawn: its numbered citations, and what stands in the place of its embeds. */
    prose?: import('./site/page.ts').ProsePage;
    /** The sections of the page that slides sum up. */
    slides?: readonly string[];
    /** True when the page uses the whole width. */
    wide?: boolean;
  }
}
