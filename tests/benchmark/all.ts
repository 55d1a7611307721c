/** Everything that is measured of a built site, one after the other. */
export {};

for (const part of ['files', 'paper', 'slides', 'visits', 'keys', 'packet', 'search', 'builds'])
  await import(`./${part}.ts`);
