// The controls of a briefing: a filter, the articles beside the page, links to copy, keys.
// Without this file the page is whole: what needs it stays hidden.

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const withId = (id) => document.getElementById(id);

// Folding, as compare/text.py folds: a word is found however it is written.

const LIKE = { ٱ: "ا", ى: "ي", ة: "ه", ی: "ي", ک: "ك", ھ: "ه", ہ: "ه" };

function fold(text) {
  return text
    .normalize("NFKD") // hamza leaves its seat
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[ٱىةیکھہ]/g, (letter) => LIKE[letter])
    .replace(/(\d)[,٬](?=\d{3})/g, "$1")
    .replace(/(\d)٫(?=\d)/g, "$1.")
    .replace(/٪/g, "%")
    .toLowerCase();
}

// What is filtered. A fact stands once in full, with its anchor, and anywhere as `data-fact`;
// a group of sentences side by side goes with the facts whose words are in it.

const FACTS = ".fact, .alone li";
const NAMES = "bdi, .value, .date";
const sentencesOf = (element) => all('a[href^="#s-"]', element).map((a) => a.hash.slice(1));

function placesOfFacts() {
  const places = new Map();
  for (const place of all("[data-fact]")) {
    const { fact } = place.dataset;
    places.set(fact, [...(places.get(fact) ?? []), place]);
  }
  return places;
}

function itemOf(element, verdicts, places) {
  const home = element.closest(".alone") ?? element;
  const outlets = new Set(all(".outlet", home).map((outlet) => outlet.textContent));
  const sentences = [...new Set(sentencesOf(element))];
  const told = [...all(NAMES, element), ...sentences.map(withId)].map((part) => part.textContent);
  return { verdicts, outlets, sentences, text: fold([...outlets, ...told].join(" ")), places };
}

function factsOfPage() {
  const places = placesOfFacts();
  return all(FACTS).map((fact) =>
    itemOf(fact, new Set([fact.dataset.verdict]), places.get(fact.id)),
  );
}

function groupsOfPage(facts) {
  const verdicts = new Map();
  for (const fact of facts) {
    for (const sentence of fact.sentences) {
      verdicts.set(sentence, [...(verdicts.get(sentence) ?? []), ...fact.verdicts]);
    }
  }
  return all(".group").map((group) => {
    const told = sentencesOf(group).flatMap((sentence) => verdicts.get(sentence) ?? []);
    return itemOf(group, new Set(told), [group]);
  });
}

const facts = factsOfPage();
const groups = groupsOfPage(facts);

// The filter. Its state is that of its controls; the address keeps it beside the anchor.

const search = withId("search");
const outlet = withId("outlet");
const howMany = withId("how-many");
const pressed = () => all('.counts [aria-pressed="true"]');
const BOXES =
  ".cards, .glance, .tallies, .matrix, .apparatus, .singles, .alone, .aligned, .aligned details";

function wishes() {
  const verdicts = pressed().map((button) => button.parentElement.dataset.verdict);
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  return { verdicts, outlet: outlet.value, words };
}

function fits(item, wish) {
  return (
    (!wish.verdicts.length || wish.verdicts.some((verdict) => item.verdicts.has(verdict))) &&
    (!wish.outlet || item.outlets.has(wish.outlet)) &&
    wish.words.every((word) => item.text.includes(word))
  );
}

function show(elements, shown) {
  for (const element of elements) {
    if (element.hidden === shown) element.hidden = !shown;
  }
}

function filter() {
  const wish = wishes();
  const asked = Boolean(wish.verdicts.length || wish.outlet || wish.words.length);
  for (const item of [...facts, ...groups]) show(item.places, fits(item, wish));
  document.body.classList.toggle("filtered", asked);
  hideEmpty(asked);
  sayHowMany();
  keepInAddress(wish);
}

// Who asks from further down the page is taken to where the answer begins.
function ask() {
  const start = withId("facts");
  if (start.getBoundingClientRect().top < 0) start.scrollIntoView({ behavior: "instant" });
  filter();
}

function hideEmpty(asked) {
  const left = "[data-fact]:not([hidden]), .group:not([hidden])";
  for (const box of all(BOXES)) show([box], !asked || find(left, box) !== null);
}

const { lang, classList } = document.documentElement;
const plural = new Intl.PluralRules(lang);
const digits = classList.contains("arab") ? "arab" : "latn";
const { format } = new Intl.NumberFormat(`${lang}-u-nu-${digits}`);

function sayHowMany() {
  const shown = facts.filter((fact) => !fact.places[0].hidden).length;
  const form = howMany.dataset[plural.select(shown)] ?? howMany.dataset.other;
  howMany.value = form.replace("{n}", format(shown)).replace("{all}", format(facts.length));
}

function keepInAddress({ verdicts, outlet }) {
  const wish = new URLSearchParams(verdicts.map((verdict) => ["verdict", verdict]));
  if (outlet) wish.set("outlet", outlet);
  if (search.value) wish.set("q", search.value);
  const query = String(wish) && `?${wish}`;
  const address = location.pathname + query + location.hash;
  inAddress(() => history.replaceState(history.state, "", address));
}

// A page that may not change its address (in a preview, or too often) works all the same.
function inAddress(change) {
  try {
    change();
  } catch (error) {
    if (error.name !== "SecurityError") throw error;
  }
}

function takeFromAddress() {
  const wish = new URLSearchParams(location.search);
  const verdicts = wish.getAll("verdict");
  for (const button of all(".counts button")) {
    press(button, verdicts.includes(button.parentElement.dataset.verdict));
  }
  outlet.value = wish.get("outlet") ?? "";
  if (outlet.selectedIndex < 0) outlet.value = "";
  search.value = wish.get("q") ?? "";
}

const press = (button, down) => button.setAttribute("aria-pressed", down);

function choose(button) {
  press(button, button.getAttribute("aria-pressed") === "false");
  ask();
}

function clear() {
  for (const button of pressed()) press(button, false);
  outlet.value = search.value = "";
  filter();
}

// The button goes with the filter, so the keyboard goes on where the answer begins.
function showEverything() {
  clear();
  withId("facts").focus({ preventScroll: true });
}

function makeVerdictsButtons() {
  for (const count of all(".counts > [data-verdict]")) {
    if (!facts.some((fact) => fact.verdicts.has(count.dataset.verdict))) continue;
    const button = document.createElement("button");
    button.type = "button";
    press(button, false);
    button.append(...count.childNodes);
    count.append(button);
  }
}

// The reader: an article beside the page, at the words that a figure comes from.

const reader = withId("reader");
const page = find(".page", reader);
const heading = withId("reader-title");
let returning = false; // to where the reader was opened, which leads nowhere else
let source = null; // the article whose text the reader has borrowed, so that no id is there twice

function read(sentence, fact) {
  const words = withId(sentence);
  giveBack();
  source = words.closest("details");
  heading.replaceChildren(...find("summary", source).cloneNode(true).childNodes);
  page.append(find(".text", source));
  point(words, fact);
  if (!reader.open) reader.showModal();
  words.focus({ preventScroll: true });
  words.scrollIntoView({ block: "center", behavior: "instant" });
}

function point(words, fact) {
  words.tabIndex = -1;
  const figures = fact ? all(`a[href="#${fact}"]`, words) : [];
  for (const meant of [words, ...figures]) meant.classList.add("meant");
}

function giveBack() {
  for (const meant of all(".meant", page)) meant.classList.remove("meant");
  source?.append(...page.childNodes);
}

// Opening is a step in the history, so that the browser's way back closes the reader.
function open(link) {
  read(link.hash.slice(1), link.closest("[data-fact]")?.dataset.fact);
  inAddress(() => history.pushState({ reading: true }, "", link.hash));
}

function closed() {
  giveBack();
  if (history.state?.reading) {
    returning = true;
    history.back();
  } else if (location.hash.startsWith("#s-")) forgetHash();
}

function forgetHash() {
  inAddress(() => history.replaceState(null, "", location.pathname + location.search));
}

function wentInHistory() {
  if (history.state?.reading) read(location.hash.slice(1));
  else if (reader.open) reader.close();
  else if (!returning) arrive();
  returning = false;
}

function leaveFor(hash) {
  forgetHash();
  reader.close();
  reveal(hash);
  location.replace(hash);
  visit(withId(hash.slice(1)));
}

// Ways in the page: what a link leads to is shown, whatever hid it.

function reveal(hash) {
  const target = withId(hash.slice(1));
  if (target?.closest("[hidden]")) clear();
  const details = target?.closest("details");
  if (details) details.open = true;
}

function visit(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView();
}

function clicked(event) {
  const button = event.target.closest("button");
  if (button?.matches(".copy")) copyLink(button);
  else if (button?.matches(".counts *")) choose(button);
  else if (button?.matches(".close") || event.target === reader) reader.close();
  else follow(event, event.target.closest('a[href^="#"]'));
}

function follow(event, link) {
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.hash.startsWith("#s-")) {
    event.preventDefault();
    open(link);
  } else if (reader.contains(link)) {
    event.preventDefault();
    leaveFor(link.hash);
  } else reveal(link.hash);
}

function arrive() {
  const { hash } = location;
  if (hash.startsWith("#s-") && withId(hash.slice(1))) read(hash.slice(1));
  else if (withId(hash.slice(1))?.closest("[hidden], details")) {
    reveal(hash);
    withId(hash.slice(1)).scrollIntoView();
  }
}

// Links to copy. A page from a file may be refused the clipboard: then the address is shown.

const notice = withId("notice");
const status = find("p", notice);
const address = find("input", notice);
let fading = 0;

function addCopyButtons() {
  const button = find("button", withId("copy-button").content);
  for (const fact of all(FACTS)) {
    const copy = button.cloneNode(true);
    const title = find("h3, .what", fact);
    copy.setAttribute("aria-label", `${button.title}: ${title.textContent.trim()}`);
    if (title.matches("h3")) title.after(copy);
    else fact.append(copy);
  }
}

async function copyLink(button) {
  address.value = `${location.href.split(/[?#]/)[0]}#${button.closest("[id]").id}`;
  const copied = await toClipboard(address.value);
  say(copied ? status.dataset.copied : status.dataset.byHand);
  address.hidden = Boolean(copied);
  if (!copied) address.select();
}

const toClipboard = async (text) =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );

function say(words) {
  clearTimeout(fading);
  status.textContent = words;
  if (words === status.dataset.copied) fading = setTimeout(hush, 4000);
}

function hush() {
  status.textContent = "";
  address.hidden = true;
}

// Keys, by their place too: where Arabic letters are typed, / is under the same finger.

const shortcuts = withId("shortcuts");
const KEYS = { "/": toSearch, Slash: toSearch, KeyJ: () => step(1), KeyK: () => step(-1) };

function toSearch() {
  search.focus();
  search.select();
}

function step(way) {
  const shown = all(FACTS).filter((fact) => !fact.hidden);
  const here = document.activeElement.closest(FACTS);
  const at = here ? shown.indexOf(here) + way : shown.findIndex(isBelow);
  if (shown[at]) visit(shown[at]);
}

const isBelow = (element) => element.getBoundingClientRect().bottom > 0;

function goBack() {
  hush();
  if (!search.value) return clear();
  search.value = "";
  filter();
}

function typed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || reader.open) return;
  if (event.key === "Escape") return goBack();
  const isText = event.target.matches('select, input:not([type="checkbox"])');
  const act = KEYS[event.key] ?? KEYS[event.code];
  if (!act || isText || !shortcuts.checked) return;
  event.preventDefault();
  act();
}

function listen() {
  search.addEventListener("input", ask);
  outlet.addEventListener("change", ask);
  withId("show-all").addEventListener("click", showEverything);
  reader.addEventListener("close", closed);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", typed);
  addEventListener("popstate", wentInHistory);
}

function start() {
  document.body.classList.toggle("long", facts.length > 200);
  makeVerdictsButtons();
  addCopyButtons();
  show(all(".filter, .keys"), facts.length > 0);
  takeFromAddress();
  filter();
  arrive();
  listen();
}

start();
