import type { Page } from "playwright-core";

/** Runs in a page; these files are checked without the browser's types. */
const read = `(async () => {
  const found = [];
  const text = (value) => {
    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
    return typeof value === "string" ? value : JSON.stringify(value) ?? "";
  };
  for (const [kind, storage] of [["localStorage", localStorage], ["sessionStorage", sessionStorage]])
    for (const [key, value] of Object.entries(storage)) found.push([kind + " " + key, value]);
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      keys.forEach((key, index) => found.push([name + " " + store + " " + key, text(values[index])]));
    }
    database.close();
  }
  return found;
})()`;

/** Everything that VS Code, in the browser, keeps there: the state of its window, of extensions and of their pages. */
export async function storedInBrowser(page: Page): Promise<ReadonlyMap<string, string>> {
  return new Map((await page.evaluate(read)) as readonly (readonly [string, string])[]);
}
