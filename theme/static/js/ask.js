// The list of what a visitor wants to ask for: kept in this browser alone, sent by the visitor's own apps.
//
// An entry holds all that the list shows of a variant, so that it works without a network and from a folder.
// It is brought up to date by each visit to the product's page, and by the list itself where pages can be fetched.

(() => {
  const root = new URL("..", document.currentScript.src).href;
  // One list for each site, where several share a host, or lie in folders of one disk.
  const KEY = `hoi-mua-1 ${root}`;
  const MOST = 999;
  const PASTED = ["zalo", "messenger", "facebook"];

  // What is kept may be older than this script, or be written by another: an entry is taken whole or not at all.
  const STATES = ["", "preorder", "out", "season", "gone"];
  const string = (value) => typeof value === "string" && value !== "";
  const phrase = (value) =>
    typeof value === "string" || (value?.constructor === Object && Object.values(value).every(string));
  const amount = (value) => value === null || (Number.isSafeInteger(value) && value >= 0);
  const sound = (item, at, items) =>
    string(item?.id) && string(item.sku) && items.findIndex((other) => other?.sku === item.sku) === at &&
    Number.isInteger(item.count) && item.count >= 1 && item.count <= MOST && STATES.includes(item.state) &&
    phrase(item.name) && phrase(item.option) && amount(item.price) && amount(item.put) &&
    string(item.by?.id) && phrase(item.by.name) && phrase(item.by.phone ?? "") &&
    item.by.ways?.constructor === Object && Object.values(item.by.ways).every(string);

  // Nothing where the browser keeps nothing, as in some private windows: the page stays as it is without scripts.
  const read = () => {
    try {
      const kept = localStorage.getItem(KEY);
      const found = kept ? JSON.parse(kept) : [];
      return Array.isArray(found) ? found.filter(sound) : [];
    } catch (error) {
      return error instanceof SyntaxError ? [] : null;
    }
  };
  const write = (items) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(items));
      return true;
    } catch {
      return false;
    }
  };

  const counter = document.querySelector(".tool-ask");
  const count = () => {
    if (!counter) return;
    const number = read()?.length ?? 0;
    counter.hidden = !number;
    counter.querySelector("b").textContent = `(${number})`;
  };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  // A text that differs between languages is an object; any other is Vietnamese, or the same in all. One that a third
  // language lacks is said in English, as on the pages.
  const spoken = (phrase, tag) =>
    tag === "vi" || typeof phrase === "string" ? "vi" : [tag, "en", "vi"].find((one) => phrase[one]);
  const text = (phrase, tag) => (typeof phrase === "string" ? phrase : (phrase[spoken(phrase, tag)] ?? ""));
  // Prices follow a sample of a thousand, such as 1.000 ₫, which shows how the language writes them.
  const like = (sample, amount) =>
    sample.replace(/1(\D*)000/, (_, sign) => String(amount).replace(/\B(?=(\d{3})+$)/g, () => sign));

  // Bring what is kept of a product up to what its page says; without data it is sold no longer.
  const renew = (items, id, data) => {
    for (const item of items) {
      if (data && item.by.id === data.by.id) item.by = data.by;
      if (item.id !== id) continue;
      const offer = data?.offers.find(({ sku }) => sku === item.sku);
      if (!offer) item.state = "gone";
      else {
        const { name, by, service = false } = data;
        Object.assign(item, { option: "", price: null, state: "" }, offer, { name, by, service });
      }
    }
    return items;
  };

  count();
  const page = document.getElementById("ask");
  const plain = document.getElementById("ask-plain");
  if (!read()) {
    if (page) page.hidden = true;
    plain?.classList.add("is-needed");
    return;
  }

  // --- a product's page ---

  const block = document.getElementById("ask-data");
  const add = document.getElementById("ask-add");
  if (block && add) {
    const data = JSON.parse(block.textContent);
    const { lang, price: sample } = add.dataset;
    const known = read();
    if (known.some(({ id }) => id === data.id)) write(renew(known, data.id, data));
    const select = add.querySelector("select");
    const said = add.querySelector("p");
    const open = add.querySelector("a");
    for (const { sku, option = "", price } of select ? data.offers : []) {
      const shown = [text(option, lang) || sku, price === undefined ? "" : like(sample, price)];
      select.append(new Option(shown.filter(Boolean).join(" · "), sku));
    }
    add.hidden = false;
    open.hidden = !known.length;
    add.querySelector("button").addEventListener("click", () => {
      const items = read() ?? [];
      const { sku, price = null } = data.offers[select ? select.selectedIndex : 0];
      let item = items.find((other) => other.sku === sku);
      if (item) item.count = Math.min(item.count + 1, MOST);
      else items.push((item = { id: data.id, sku, count: 1, put: price, by: data.by }));
      renew(items, data.id, data);
      const name = [text(item.name, lang), text(item.option, lang)].filter(Boolean).join(", ");
      const kept = write(items);
      said.textContent = kept ? fill(add.dataset.added, { name, count: item.count }) : add.dataset.full;
      open.hidden = !kept;
      count();
    });
  }

  // --- the list ---

  if (!page) {
    addEventListener("storage", count);
    addEventListener("pageshow", count);
    return;
  }
  // The site's name of the language, which its words go by; the element's own may say more: zh-Hans.
  const { lang } = page.dataset;
  const words = JSON.parse(document.getElementById("ask-words").textContent);
  const told = document.getElementById("ask-said");
  const say = (key, values = {}) => fill(words[lang][key], values);
  const money = (amount, tag) => like(words[tag]["ask-money"], amount);
  // Whether it is to be had, now or later; what is sold out has no part in any sum.
  const waits = ({ state }) => !state || state === "preorder";
  const priced = (item) => item.price !== null && waits(item);

  const named = (item, tag) => {
    const [name, option] = [text(item.name, tag), text(item.option, tag)];
    return fill(words[tag][option ? "ask-named-option" : "ask-named"], { name, option, sku: item.sku });
  };
  const sums = ({ count, price }, tag) => ({
    count, price: money(price ?? 0, tag), sum: money((price ?? 0) * count, tag),
  });
  const line = (item, number, tag) => {
    const kind = item.price === null && waits(item) ? "open" : item.state;
    return fill(words[tag][kind ? `ask-line-${kind}` : "ask-line"], {
      number, name: named(item, tag), ...sums(item, tag),
    });
  };
  const total = (items, tag) => {
    const counted = items.filter(priced);
    const sum = money(counted.reduce((before, item) => before + item.price * item.count, 0), tag);
    return counted.length ? fill(words[tag][counted.length < items.length ? "ask-total-part" : "ask-total"], { sum }) : "";
  };
  const offered = (items) => items.filter(({ state }) => state !== "gone");

  // One message to one seller, in one language: goods first, then what is booked.
  const message = (items, tag) => {
    const written = words[tag];
    const goods = items.filter(({ service }) => !service);
    const booked = items.filter(({ service }) => service);
    const seller = text(items[0].by.name, tag);
    return [
      goods.length && fill(written["ask-buy"], { seller }),
      ...goods.map((item, at) => line(item, at + 1, tag)),
      booked.length && fill(written[goods.length ? "ask-also-book" : "ask-book"], { seller }),
      ...booked.map((item, at) => line(item, goods.length + at + 1, tag)),
      total(items, tag),
      goods.length && written["ask-deliver"],
      booked.length && written["ask-when"],
      written[goods.length ? "ask-thanks" : "ask-thanks-book"],
    ].filter(Boolean).join("\n");
  };
  const messages = (items) => ["vi", lang].filter((tag, at) => !at || tag !== "vi").map((tag) => message(items, tag));

  // At once and not by the clipboard's promise: the link that is followed next must still be the visitor's own act.
  const copy = (message) => {
    const area = document.createElement("textarea");
    const focused = document.activeElement;
    area.value = message;
    area.readOnly = true;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return done;
  };

  const address = (kind, href, message) => {
    const body = encodeURIComponent(message);
    // Android reads ?body= and iOS reads &body=; both understand this.
    if (kind === "sms") return `${href}?&body=${body}`;
    const subject = encodeURIComponent(words.vi["ask-subject"]);
    return kind === "email" ? `${href}?subject=${subject}&body=${body.replaceAll("%0A", "%0D%0A")}` : href;
  };

  const notes = (item) => {
    const found = [];
    if (item.state) found.push(say(`ask-note-${item.state}`));
    if (item.price === null && waits(item)) found.push(say("ask-note-open"));
    if (priced(item) && item.put !== null && item.put !== item.price) {
      found.push(say("ask-note-price", { price: money(item.put, lang) }));
    }
    return found.join(" ");
  };

  // Write what follows from the numbers; elements stay, so that nobody who types loses the place.
  const tell = (group, items) => {
    for (const item of items) {
      const row = group.querySelector(`[data-sku="${CSS.escape(item.sku)}"]`);
      row.querySelector(".ask-note").textContent = notes(item);
      row.querySelector(".ask-sum").textContent = priced(item) ? say("ask-sum", sums(item, lang)) : "";
    }
    const there = offered(items);
    const parts = there.length ? messages(there) : [];
    const whole = parts.join("\n\n");
    group.querySelector(".ask-total").textContent = total(there, lang);
    group.querySelector(".ask-send").hidden = !whole;
    group.querySelectorAll(".order-message").forEach((part, at) => (part.textContent = parts[at] ?? ""));
    for (const link of group.querySelectorAll("[data-kind]")) {
      link.href = address(link.dataset.kind, items[0].by.ways[link.dataset.kind], whole);
    }
    return whole;
  };

  const change = (sku, number) => {
    const items = read() ?? [];
    const item = items.find((other) => other.sku === sku);
    if (!item) return draw();
    item.count = number;
    told.textContent = write(items) ? "" : say("ask-full");
    const group = document.getElementById(`ask-by-${item.by.id}`);
    tell(group, items.filter(({ by }) => by.id === item.by.id));
  };

  const remove = (sku) => {
    const places = [...page.querySelectorAll("[data-do=remove]")];
    const at = places.findIndex((place) => place.closest("li").dataset.sku === sku);
    const items = read() ?? [];
    const item = items.find((other) => other.sku === sku);
    write(items.filter((other) => other !== item));
    draw();
    if (item) told.textContent = say("ask-removed", { name: text(item.name, lang) });
    const left = page.querySelectorAll("[data-do=remove]");
    (left[Math.min(at, left.length - 1)] ?? page.querySelector("#ask-empty a")).focus();
  };

  const mark = (element, phrase) => {
    const tag = spoken(phrase, lang);
    if (tag !== lang) element.lang = tag;
  };

  const template = (id) => document.getElementById(id).content.firstElementChild;

  const rowOf = (item) => {
    const row = template("ask-line").cloneNode(true);
    const name = [text(item.name, lang), text(item.option, lang)].filter(Boolean).join(", ");
    const field = row.querySelector("input");
    row.dataset.sku = item.sku;
    const link = row.querySelector("a");
    link.href = root + page.dataset.product.replace("{id}", encodeURIComponent(item.id));
    link.textContent = name;
    mark(link, item.name);
    field.value = item.count;
    field.setAttribute("aria-label", say("ask-count-of", { name }));
    const set = (number) => {
      field.value = number;
      change(item.sku, number);
    };
    const now = () => Math.min(Math.max(Math.round(Number(field.value)) || 1, 1), MOST);
    for (const button of row.querySelectorAll("button")) {
      const kind = button.dataset.do;
      button.id = `ask-${kind}-${item.sku}`;
      button.setAttribute("aria-label", say(kind === "remove" ? "ask-remove-of" : `ask-${kind}`, { name }));
      button.addEventListener("click", () => {
        if (kind === "remove") remove(item.sku);
        else set(Math.min(Math.max(now() + (kind === "more" ? 1 : -1), 1), MOST));
      });
    }
    field.id = `ask-count-${item.sku}`;
    field.addEventListener("input", () => field.value && change(item.sku, now()));
    field.addEventListener("change", () => set(now()));
    return row;
  };

  const groupOf = (items) => {
    const group = template("ask-group").cloneNode(true);
    const { by } = items[0];
    const heading = group.querySelector("h2");
    group.id = `ask-by-${by.id}`;
    heading.textContent = text(by.name, lang);
    mark(heading, by.name);
    group.querySelector(".ask-lines").append(...items.map(rowOf));
    const whole = () => tell(group, (read() ?? []).filter((item) => item.by.id === by.id));
    let pasted = false;
    for (const place of group.querySelectorAll("[data-way]")) {
      const kind = place.dataset.way;
      if (kind === "copy") {
        place.firstElementChild.addEventListener("click", () => {
          told.textContent = say(copy(whole()) ? "ask-copied" : "ask-not-copied");
        });
      } else if (kind === "share" && navigator.share) {
        place.firstElementChild.addEventListener("click", () => navigator.share({ text: whole() }).catch(() => {}));
      } else if (/^(?:https?:\/\/|tel:|sms:|mailto:)/.test(by.ways[kind] ?? "")) {
        const link = place.firstElementChild;
        link.dataset.kind = kind;
        if (kind === "call") link.querySelector(".way-shown").textContent = by.phone ?? "";
        if (PASTED.includes(kind)) {
          pasted = true;
          link.rel = "noopener";
          link.addEventListener("click", () => {
            told.textContent = say(copy(whole()) ? "ask-copied-paste" : "ask-not-copied");
          });
        }
      } else place.remove();
    }
    group.querySelector(".ask-silent").hidden = group.querySelector("[data-kind]") !== null;
    group.querySelector(".ask-how").hidden = !pasted;
    tell(group, items);
    return group;
  };

  const draw = () => {
    const items = read() ?? [];
    const focused = document.activeElement?.id;
    const sellers = [...new Set(items.map(({ by }) => by.id))];
    document.getElementById("ask-groups").replaceChildren(
      ...sellers.map((id) => groupOf(items.filter(({ by }) => by.id === id))),
    );
    document.getElementById("ask-empty").hidden = items.length > 0;
    document.getElementById("ask-foot").hidden = !items.length;
    if (focused) document.getElementById(focused)?.focus();
    count();
  };

  document.getElementById("ask-clear").addEventListener("click", () => {
    if (!confirm(say("ask-clear-sure"))) return;
    write([]);
    draw();
    told.textContent = say("ask-cleared");
    page.querySelector("#ask-empty a").focus();
  });

  // Ask the products' pages for today's prices; pages of a folder cannot be fetched.
  const refresh = async () => {
    const ids = [...new Set((read() ?? []).map(({ id }) => id))];
    const look = async (id) => {
      try {
        const path = page.dataset.product.replace("{id}", encodeURIComponent(id));
        const answer = await fetch(root + path, { cache: "no-cache" });
        if (answer.status === 404 || answer.status === 410) return [id, null];
        const found = new DOMParser().parseFromString(await answer.text(), "text/html");
        const data = found.getElementById("ask-data");
        if (data) return [id, JSON.parse(data.textContent)];
        // Any other page than a product's says nothing: an error, or the sign-in of a network.
        return found.querySelector("article.product") ? [id, null] : null;
      } catch {
        return null;
      }
    };
    const answers = (await Promise.all(ids.map(look))).filter(Boolean);
    const items = read() ?? [];
    const before = JSON.stringify(items);
    for (const [id, data] of answers) renew(items, id, data);
    if (JSON.stringify(items) === before) return;
    write(items);
    draw();
  };

  plain.hidden = true;
  draw();
  addEventListener("storage", draw);
  addEventListener("pageshow", (event) => event.persisted && draw());
  if (location.protocol !== "file:" && navigator.onLine) refresh();
})();
