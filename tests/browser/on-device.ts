/** What a site has put on the device, in the page: its database and its storage, without creating either. */

/** Keys with their texts. Runs in a page, so it stands alone. */
export async function onDevice(): Promise<[key: string, text: string][]> {
  const storage = Object.entries(localStorage) as [string, string][];
  const names = (await indexedDB.databases()).map(({ name }) => name!);
  const databases = await Promise.all(
    names.map(
      (name) =>
        new Promise<[string, string][]>((resolve, reject) => {
          const opening = indexedDB.open(name);
          // It went since it was listed: opening it must not create it anew.
          let isGone = false;
          opening.onupgradeneeded = () => {
            isGone = true;
            opening.transaction!.abort();
          };
          opening.onerror = () => (isGone ? resolve([]) : reject(opening.error));
          opening.onsuccess = () => {
            const database = opening.result;
            const [store] = database.objectStoreNames;
            // An empty database is a trace, too.
            if (store === undefined) {
              database.close();
              return resolve([[`database ${name}`, '']]);
            }
            const found: [string, string][] = [[`database ${name}`, '']];
            const cursor = database.transaction(store).objectStore(store).openCursor();
            cursor.onsuccess = () => {
              const one = cursor.result;
              if (one) {
                found.push([String(one.key), one.value as string]);
                one.continue();
              } else {
                database.close();
                resolve(found);
              }
            };
          };
        }),
    ),
  );
  return [...storage, ...databases.flat()];
}

/** Begins with nothing on the device. Runs in a page. */
export async function clearDevice(): Promise<void> {
  localStorage.clear();
  for (const { name } of await indexedDB.databases())
    await new Promise<void>((resolve) => {
      const deleting = indexedDB.deleteDatabase(name!);
      deleting.onsuccess = deleting.onerror = () => resolve();
    });
}
