/** Everything that is measured of a built site, one after the other. */
for (const part of ['paper', 'slides', 'visits', 'keys', 'packet']) await import(`./${part}.ts`);
