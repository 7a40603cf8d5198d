/** What the profile keeps over a restart: the login, known people, messages. */
const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function openStore() {
  const opening = indexedDB.open('wawc', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('login');
    opening.result.createObjectStore('messages', { keyPath: 'key' });
  };
  const database = await asked(opening);
  const read = (name) => database.transaction(name).objectStore(name);
  const write = (run) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(['login', 'messages'], 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      run((name) => transaction.objectStore(name));
    });
  return {
    get: (name) => asked(read('login').get(name)),
    set: (name, value) => write((table) => table('login').put(value, name)),
    messages: () => asked(read('messages').getAll()),
    message: (key) => asked(read('messages').get(key)),
    keep: (row) => write((table) => table('messages').put(row)),
    wipe: () => write((table) => ['login', 'messages'].forEach((name) => table(name).clear())),
  };
}
