/** What is kept on this device: for each package its contract, day and lines, in IndexedDB. */
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("jiexiang", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("ledgers");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function within(mode, act) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction("ledgers", mode);
    const request = act(transaction.objectStore("ledgers"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const load = (id) => within("readonly", (ledgers) => ledgers.get(id));
export const save = (id, ledger) => within("readwrite", (ledgers) => ledgers.put(ledger, id));
