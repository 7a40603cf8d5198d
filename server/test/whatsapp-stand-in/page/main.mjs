/** The page of the stand-in: `window.require` and `window.Debug`, as the library looks for them. */
import { makeIds } from './ids.mjs';
import { makeMedia } from './media.mjs';
import { makeChats } from './chats.mjs';
import { makeModules, requireFrom } from './modules.mjs';
import { Session } from './session.mjs';
import { openStore } from './store.mjs';

const world = { behaviour: JSON.parse(document.getElementById('settings').textContent) };
world.store = await openStore();
world.ids = makeIds(world.behaviour);
world.session = new Session(world);
world.chats = makeChats(world);
world.media = makeMedia(world);
await world.chats.restore();
window.require = requireFrom(makeModules(world), world.behaviour);
await world.session.start();
window.Debug = { VERSION: '2.3000.1047888330' };
