// The service worker: what was seen opens where there is no network. The build puts SITE in front: the generation,
// the pages every visitor gets ("core": path and mark), and the page that stands in for one that is not here.

const WAIT = 3000; // milliseconds for the network before a copy is shown
const PAGES = 60; // visited pages kept
const PICTURES = 20e6; // bytes of their pictures
const FIRST = 3e5; // bytes of pictures kept of the very first page, whose pictures came before the worker
const ROOT = registration.scope;
// Communes may share a host, and its caches with it.
const named = (what) => ROOT + " " + what;
const CORE = named("core " + SITE.generation);
const SEEN = named("pages");
const SIGHTS = named("pictures");
const FILES = named("files"); // styles, scripts and icons: their names change with their content
const road = (lang) => named("road " + lang);
const names = async (start) => (await caches.keys()).filter((name) => name.startsWith(named(start)));

// The file an address means; some hosts drop "index.html" and ".html".
const pathOf = (address) => {
  const { origin, pathname } = new URL(address);
  if (!(origin + pathname).startsWith(ROOT)) return null;
  const path = (origin + pathname).slice(ROOT.length).replace(/(^|\/)$/, "$1index.html");
  return /\.\w+$/.test(path) ? path : path + ".html";
};
const isHtml = (path) => /\.html$/.test(path);
const isPage = (path) => isHtml(path) && !/^(feeds|listings|kits)\//.test(path);
const isFile = (path) => /^(tinh|anh)\//.test(path);

// Whether an answer is the file asked for, and not the page of a network that asks to log in first, with 200 as its status.
const KINDS = { html: /html/, css: /css/, js: /javascript/ };
const sound = (path, { ok, headers }) => {
  const type = headers.get("content-type") ?? "";
  const kind = KINDS[/\w+$/.exec(path)];
  return ok && (kind ? kind.test(type) : !/html/.test(type));
};

const copyOf = async (response, more = {}) => {
  const body = await response.blob();
  const headers = { "content-type": response.headers.get("content-type") ?? "", "x-bytes": body.size, "x-kept": Date.now() };
  return new Response(body, { headers: { ...headers, ...more } });
};

// Fetch a file into a cache unless any cache has it: names of files change with their content.
const own = async (cache, path) => {
  if (await caches.match(ROOT + path)) return 0;
  const response = await fetch(ROOT + path);
  if (!sound(path, response)) throw new TypeError(path);
  const copy = await copyOf(response);
  await (await caches.open(cache)).put(ROOT + path, copy.clone());
  return +copy.headers.get("x-bytes");
};

// What a page is laid out with: its own styles, scripts and icons, not what its text links to.
const parts = (text) =>
  new Set(Array.from(text.matchAll(/\b(?:href|src)="(?:\.\.\/)*(tinh\/[\w.-]+-[0-9a-f]{8}\.\w+)"/g), ([, path]) => path));

// Keep a page only when all it is laid out with is kept too, so that no copy mixes two generations.
const keep = async (cache, path, response, mark = "") => {
  if (!sound(path, response)) throw new TypeError(path);
  const copy = await copyOf(response, { "x-mark": mark });
  if (isPage(path)) {
    const text = await copy.clone().text();
    const found = parts(text);
    // Not ours, or broken off.
    if (!found.size || !/<\/html>\s*$/.test(text)) throw new TypeError(path);
    for (const part of found) await own(FILES, part);
  }
  await (await caches.open(cache)).put(ROOT + path, copy);
};

// Its mark in the address, so that no cache on the way answers with what the page was before.
const marked = (path, mark) => fetch(`${ROOT}${path}?${mark}`, { cache: "no-cache" });

// The newest copy of a page, whichever cache holds it.
const kept = async (path) => {
  let newest, when = 0;
  for (const name of await names("")) {
    const copy = await (await caches.open(name)).match(ROOT + path);
    if (copy && +copy.headers.get("x-kept") > when) [newest, when] = [copy, +copy.headers.get("x-kept")];
  }
  return newest;
};

// What a cache holds, the newest first: address, copy.
const byAge = async (name) => {
  const cache = await caches.open(name);
  const found = [];
  for (const { url } of await cache.keys()) {
    const copy = await cache.match(url);
    if (copy) found.push([url, copy]);
  }
  const when = ([, copy]) => +copy.headers.get("x-kept");
  return found.reverse().sort((one, other) => when(other) - when(one));
};

// Forget the oldest pages, and pictures beyond their bytes.
const trim = async () => {
  const seen = await caches.open(SEEN);
  for (const [old] of (await byAge(SEEN)).slice(PAGES)) await seen.delete(old);
  const sights = await caches.open(SIGHTS);
  let bytes = 0;
  for (const [url, copy] of await byAge(SIGHTS)) {
    bytes += +copy.headers.get("x-bytes");
    if (bytes > PICTURES) await sights.delete(url);
  }
};

const see = async (path, response) => {
  try {
    if (sound(path, response)) await keep(SEEN, path, response);
    else if ((response.status === 404 || response.status === 410) && !(path in SITE.core)) {
      // Not one that every visitor gets: that goes with its generation, and not while a host is being mended.
      for (const name of await names("")) await (await caches.open(name)).delete(ROOT + path); // taken down
    }
    await trim();
  } catch (error) {
    if (error.name === "QuotaExceededError") await caches.delete(SIGHTS);
  }
};

// Files nothing names any more go, styles of an old generation only with its last page.
const sweep = async () => {
  const used = new Set();
  for (const name of [...(await names("core")), ...(await names("pages")), ...(await names("road"))]) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      if (!isPage(pathOf(key.url))) continue;
      for (const part of parts((await (await cache.match(key))?.text()) ?? "")) used.add(ROOT + part);
    }
  }
  const files = await caches.open(FILES);
  for (const key of await files.keys()) if (!used.has(key.url)) await files.delete(key);
};

const install = async () => {
  const cores = await names("core"); // before ours is opened, so that a broken installation goes on where it stopped
  const todo = Object.entries(SITE.core);
  const next = async () => {
    for (let one; (one = todo.shift()); ) {
      const [path, mark] = one;
      let old;
      for (const name of cores) {
        const copy = await (await caches.open(name)).match(ROOT + path);
        if (copy?.headers.get("x-mark") === mark) old = copy;
      }
      if (old) await (await caches.open(CORE)).put(ROOT + path, old);
      else {
        await keep(CORE, path, await marked(path, mark), mark);
      }
    }
  };
  await Promise.all([next(), next(), next()]);
  // The first is that of the worker that still rules; those between were never used. We wait until no window needs it.
  for (const name of cores.slice(1)) if (name !== CORE) await caches.delete(name);
};

const activate = async () => {
  for (const name of await names("core")) if (name !== CORE) await caches.delete(name);
  await sweep();
  await clients.claim();
};

const offline = async (path) => {
  const at = SITE.offline.find(([start]) => path.startsWith(start))[1];
  const page = await kept(at);
  if (!page) return Response.error();
  // It stands at another address than its own, so its links are made to begin at the host.
  const text = (await page.text()).replace(
    /\b(href|src)="(?![a-z]+:|[/#])([^"]*)"/g,
    (_, name, to) => `${name}="${new URL(to, ROOT + at).pathname}"`,
  );
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
};

// A copy tells its page of when it is, since a worker may be stopped before the page could ask.
const dated = async (copy) => {
  const text = (await copy.text()).replace("<html", `<html data-kept="${copy.headers.get("x-kept")}"`);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
};

// Pages come from the network while it answers in time, else from their copy.
const fresh = async (event, path) => {
  // A browser may take a page from its own cache for hours; a price must not be that old.
  const answer = fetch(event.request, { cache: "no-cache" });
  const late = new Promise((done) => setTimeout(done, WAIT));
  if (isPage(path)) event.waitUntil(answer.then((response) => see(path, response.clone()), () => {}));
  const copy = await kept(path);
  // All of it: a network that comes to a halt in the middle of a page is none.
  const whole = async () => {
    const response = await answer;
    await response.clone().blob();
    return response;
  };
  try {
    const response = await (copy ? Promise.race([whole(), late]) : answer);
    if (response && (response.status < 500 || !copy)) return response;
  } catch {
    // no network
  }
  if (!isPage(path)) return copy ?? Response.error();
  return copy ? dated(copy) : offline(path);
};

const file = async (event, path) => {
  const copy = await caches.match(ROOT + path);
  if (copy) return copy;
  try {
    const response = await fetch(event.request);
    const cache = path.startsWith("anh/") ? SIGHTS : FILES;
    if (sound(path, response)) {
      const twin = response.clone();
      event.waitUntil(copyOf(twin).then(async (made) => (await caches.open(cache)).put(ROOT + path, made)).catch(() => {}));
    }
    return response;
  } catch {
    for (const width of [400, 640, 800, 1200]) {
      const other = await caches.match(ROOT + path.replace(/-\d+\.(webp|jpg)$/, `-${width}.webp`));
      if (other) return other;
    }
    return Response.error();
  }
};

// What the page's script may ask; each answer goes to the port that came with the question.
const answers = {
  // The first page was loaded before there was a worker.
  async seen({ address, files }) {
    const path = pathOf(address);
    if (path === null || !isPage(path)) return;
    await see(path, (await kept(path)) ?? (await fetch(address)));
    let bytes = 0;
    for (const one of files.map(pathOf)) {
      if (one?.startsWith("anh/") && bytes < FIRST) bytes += await own(SIGHTS, one);
    }
  },
  async kept() {
    const found = [];
    for (const [url, copy] of await byAge(SEEN)) {
      const page = await copy.text();
      const title = /<title(?: lang="([^"]*)")?[^>]*>([^<]*)/.exec(page);
      const lang = /<html[^>]* lang="([^"]*)"/.exec(page)?.[1] ?? "";
      if (title) found.push([pathOf(url), title[2], title[1] ?? lang, lang]);
    }
    return found;
  },
  // Which of these addresses would open without a network.
  async have({ addresses }) {
    const found = await Promise.all(addresses.map((address) => kept(pathOf(address))));
    return addresses.filter((_, at) => found[at]);
  },
  // What was kept for the road: the list it was kept by, or how many pages of an unfinished one.
  async road({ lang }) {
    if (!(await caches.has(road(lang)))) return {};
    const cache = await caches.open(road(lang));
    const list = await cache.match(ROOT + "road");
    return list ? await list.json() : { begun: (await cache.keys()).length };
  },
  async missing({ lang, list }) {
    if (!(await caches.has(road(lang)))) return [...list.pages, ...list.pictures]; // to look is not to begin
    const cache = await caches.open(road(lang));
    const pages = [];
    for (const page of list.pages) {
      if ((await cache.match(ROOT + page[0]))?.headers.get("x-mark") !== page[2]) pages.push(page);
    }
    const pictures = [];
    for (const picture of list.pictures) if (!(await cache.match(ROOT + picture[0]))) pictures.push(picture);
    return [...pages, ...pictures];
  },
  async save({ lang, path, mark }) {
    try {
      const response = mark ? await marked(path, mark) : ((await caches.match(ROOT + path)) ?? (await fetch(ROOT + path)));
      if (response.ok) await keep(road(lang), path, response, mark);
      return response.ok ? "" : "gone";
    } catch (error) {
      return error.name === "QuotaExceededError" ? "full" : "network";
    }
  },
  async saved({ lang, list }) {
    const cache = await caches.open(road(lang));
    const paths = new Set([...list.pages, ...list.pictures].map(([path]) => ROOT + path));
    let count = 0; // of pages; some may have been taken down since the list was made
    for (const { url } of await cache.keys()) {
      if (!paths.has(url)) await cache.delete(url);
      else if (isPage(pathOf(url))) count++;
    }
    const made = { when: Date.now(), mark: list.mark, count };
    await cache.put(ROOT + "road", new Response(JSON.stringify(made)));
    return made;
  },
  async drop({ lang }) {
    await caches.delete(road(lang));
    await sweep();
    return {};
  },
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === null || request.headers.has("range")) return;
  if (isFile(path)) event.respondWith(file(event, path));
  else if ((request.mode === "navigate" && isPage(path)) || path in SITE.core) event.respondWith(fresh(event, path));
  // Staff's pages are not kept, since an old one misleads; without a network the page that stands in says so.
  else if (request.mode === "navigate" && isHtml(path)) {
    event.respondWith(fetch(request, { cache: "no-cache" }).catch(() => offline(path)));
  }
});
addEventListener("message", (event) => {
  const answer = answers[event.data.ask];
  if (answer) event.waitUntil(answer(event.data).then((found) => event.ports[0]?.postMessage(found), () => {}));
});
