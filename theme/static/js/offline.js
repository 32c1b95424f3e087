// Pages without a network: starts the service worker, keeps the commune for the road, lists what is kept.

(() => {
  document.querySelector("[data-again]")?.addEventListener("click", () => location.reload());
  const workers = navigator.serviceWorker;
  if (!workers || !location.protocol.startsWith("http")) return;
  const { src, dataset } = document.currentScript;
  const root = new URL("../", src).href;
  // Another commune's worker may rule the page, where that one stands at the host's root and this one below.
  const first = workers.controller?.scriptURL !== root + "sw.js";
  const { lang, dataset: page } = document.documentElement;
  let worker;

  const ask = (what, more) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      worker.postMessage({ ask: what, lang, ...more }, [port2]);
    });

  addEventListener("load", async () => {
    try {
      await workers.register(root + "sw.js", { scope: root });
      worker = (await workers.ready).active;
    } catch {
      return; // the browser refuses; the site works without
    }
    // A worker that takes over in the middle answers from then on.
    workers.addEventListener("controllerchange", () => (worker = workers.controller ?? worker));
    const [box, list, always] = ["[data-road]", "ul[data-kept]", "ul[data-always]"].map((one) => document.querySelector(one));
    // The box comes last and with it the end of the page: what moves there moves once.
    Promise.all([list && show(list), always && opens(always)]).then(() => box && offer(box));
    if (first) ask("seen", { address: location.href, files: performance.getEntriesByType("resource").map(({ name }) => name) });
  });

  const said = (when) => new Date(when).toLocaleString(lang, { dateStyle: "short", timeStyle: "short" });

  // A copy says of when it is: its prices are those of that day.
  if (page.kept) {
    const note = document.createElement("p");
    note.className = "notice";
    note.textContent = dataset.kept.replace("{when}", said(+page.kept));
    const row = document.createElement("div");
    row.className = "wrap untranslated";
    row.append(note);
    document.querySelector("main").prepend(row);
  }

  const MOST = 12; // visited pages listed

  const show = async (list) => {
    const plain = (text) => new DOMParser().parseFromString(text, "text/html").documentElement.textContent;
    for (const [path, title, spoken, written] of (await ask("kept")).slice(0, MOST)) {
      const link = document.createElement("a");
      link.href = root + path;
      link.textContent = plain(title).replace(list.dataset.kept, "");
      if (spoken && spoken !== lang) link.lang = spoken;
      if (written && written !== lang) link.hreflang = written;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    list.parentElement.hidden = !list.children.length;
  };

  // Of what is promised only what really is kept: a large commune's last language may not fit.
  const opens = async (list) => {
    const links = [...list.querySelectorAll("a")];
    const have = await ask("have", { addresses: links.map(({ href }) => href) });
    if (!have.length) return; // a first visit, with a network: the worker is still fetching
    // No link, but in its place: nothing may move under the finger.
    for (const link of links) if (!have.includes(link.href)) link.removeAttribute("href");
  };

  // The box: how large it is first, then keep, stop, keep on, forget.
  const offer = async (box) => {
    const words = box.dataset;
    const part = (name) => box.querySelector(`[data-part=${name}]`);
    const [note, bar, begin, go, stop, drop] = ["note", "bar", "begin", "go", "stop", "drop"].map(part);
    const number = (value) => value.toLocaleString(lang, { maximumFractionDigits: 1 });
    const size = (bytes) => (bytes < 1e5 ? number(Math.ceil(bytes / 1e3)) + " kB" : number(bytes / 1e6) + " MB");
    const say = (text, holes = {}) => (note.textContent = text.replace(/{(\w+)}/g, (_, name) => holes[name]));
    const only = (...shown) => [bar, begin, go, stop, drop].forEach((each) => (each.hidden = !shown.includes(each)));
    let list, missing, stopped;

    const stand = ({ when, count, begun }) => {
      if (when) say(words.saved, { count, when: said(when) });
      else say(begun ? words.begun : words.why);
      begin.textContent = when ? words.renew : begun ? words.resume : words.begin;
      only(begin, ...(when || begun ? [drop] : []));
    };

    begin.addEventListener("click", async () => {
      try {
        const answer = await fetch(root + words.road, { cache: "no-cache" });
        if (!answer.ok) throw new TypeError();
        list = await answer.json();
      } catch {
        return say(words.network);
      }
      missing = await ask("missing", { list });
      if (!missing.length) return stand(await ask("saved", { list }));
      const bytes = missing.reduce((sum, [, more]) => sum + more, 0);
      say(words.size, { size: size(bytes), count: list.pages.length });
      only(go, stop);
    });

    go.addEventListener("click", async () => {
      only(bar, stop);
      stopped = false;
      bar.max = missing.length;
      bar.value = 0;
      const todo = [...missing];
      let wrong = "";
      const next = async () => {
        for (let one; !stopped && !wrong && (one = todo.shift()); ) {
          const end = await ask("save", { path: one[0], mark: one[2] });
          if (end === "full" || end === "network") wrong = end;
          say(words.progress, { done: ++bar.value, count: bar.max });
        }
      };
      await Promise.all([next(), next(), next()]);
      if (!wrong && !stopped) return stand(await ask("saved", { list }));
      stand(await ask("road"));
      if (wrong) say(words[wrong]);
    });

    stop.addEventListener("click", async () => {
      stopped = true;
      if (bar.hidden) stand(await ask("road"));
    });
    drop.addEventListener("click", async () => stand(await ask("drop")));

    stand(await ask("road"));
    box.hidden = false;
  };
})();
