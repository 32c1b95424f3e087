// Search over self.chophienSearch, loaded when first needed: [title, further words, path, kind, language of the title].

(() => {
  const form = document.getElementById("search");
  if (!form) return;
  const field = form.elements.namedItem("q");
  const list = document.getElementById("search-found");
  const count = document.getElementById("search-count");
  const kinds = JSON.parse(form.dataset.kinds);

  // Words apart by one space and after one, so that " da" is found where a word begins with da.
  const apart = (text) => " " + text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const marks = (text) => apart(text.normalize("NFC"));
  // Fold as the index is folded: no marks, no case, đ as d.
  const fold = (text) => apart(text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d"));

  let wanted;
  const index = () =>
    (wanted ??= new Promise((done) => {
      // Titles are folded once, not for every letter typed. Without an index the next letter tries again.
      const ready = () => {
        const known = self.chophienSearch;
        if (!known) wanted = null;
        done(known?.map((entry) => ({
          entry, title: fold(entry[0]), marked: marks(entry[0]), words: " " + entry[1],
        })));
      };
      const script = document.createElement("script");
      script.src = form.dataset.index;
      script.onload = script.onerror = ready;
      document.head.append(script);
    }));

  // Scripts without spaces between words: what is typed may stand anywhere in a run of letters.
  const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  const sought = (word) => (unspaced.test(word) ? word : " " + word);

  const MOST = 50;

  // What is typed with marks and stands so in a title comes first.
  const rank = ({ title, marked, words: further }, query, words) => {
    if (!words.every((word) => further.includes(word) || title.includes(word))) return 0;
    let points = 1;
    if (words.every((word) => title.includes(word))) points += 4;
    if (title.trim().startsWith(words[0].trim())) points += 2;
    if (marked.includes(sought(marks(query).trim()))) points += 8;
    return points;
  };

  const show = async () => {
    const query = field.value.trim();
    const words = fold(query).split(" ").filter(Boolean).map(sought);
    const entries = words.length ? await index() : [];
    if (query !== field.value.trim()) return;
    const found = (entries ?? [])
      .map((known) => [rank(known, query, words), known.entry])
      .filter(([points]) => points)
      .sort((one, other) => other[0] - one[0]);
    list.replaceChildren(
      ...found.slice(0, MOST).map(([, entry]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = form.dataset.root + entry[2];
        link.textContent = entry[0];
        if (entry[4]) link.lang = entry[4];
        // Articles and free pages stand in the languages they are written in, all else in every one.
        if (entry[4] && /^(news|page)$/.test(entry[3])) link.hreflang = entry[4];
        if (kinds[entry[3]]) {
          const kind = document.createElement("small");
          kind.textContent = kinds[entry[3]];
          kind.lang = document.documentElement.lang;
          link.append(kind);
        }
        item.append(link);
        return item;
      }),
    );
    const { none, one, many, over, failed } = form.dataset;
    const several = found.length > MOST ? over.replace("{most}", MOST) : many.replace("{count}", found.length);
    count.textContent = !entries ? failed : !words.length ? "" : !found.length ? none : found.length === 1 ? one : several;
  };

  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    show();
  }
})();
