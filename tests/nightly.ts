/** True in `npm run test:all`: the whole set of pages, and every journey in every browser. */
export const isNightly = import.meta.env.MODE === 'nightly';
