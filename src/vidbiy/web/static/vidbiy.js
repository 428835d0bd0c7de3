// What scripts add to the pages, all of which work without: the slider moves the page, and live updates come in place.
"use strict";

const main = () => document.getElementById("main");

// ---- Taking over a newer state of the page

let loading = null;

async function load(address, { keepFocus = true } = {}) {
  if (loading) loading.abort();
  loading = new AbortController();
  const mine = loading;
  const response = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
  const text = await response.text();
  if (mine.signal.aborted) return;
  const next = new DOMParser().parseFromString(text, "text/html");
  const fresh = next.getElementById("main");
  if (!fresh) return;
  const before = new Map([...document.querySelectorAll("[data-figure]")].map((each) => [each.dataset.figure, each.textContent.trim()]));
  const focused = keepFocus && main().contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...main().querySelectorAll("details[open]")].length > 0;
  main().replaceWith(document.adoptNode(fresh));
  document.title = next.title;
  if (open) main().querySelectorAll("details").forEach((each) => { each.open = true; });
  for (const each of document.querySelectorAll("[data-figure]")) {
    const was = before.get(each.dataset.figure);
    if (was !== undefined && was !== each.textContent.trim()) each.classList.add("changed");
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  arm();
}

// ---- The slider

function arm() {
  const slider = document.getElementById("minutes");
  if (!slider) return;
  const form = slider.form;
  const output = form.querySelector("output");
  const button = form.querySelector("button");
  button.hidden = true;
  const first = new Date(slider.dataset.first);
  const moment = () => new Date(first.getTime() + Number(slider.value) * 60000);
  const shown = new Intl.DateTimeFormat(document.documentElement.lang, {
    day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/Kyiv",
  });
  slider.addEventListener("input", () => {
    output.value = shown.format(moment());
    slider.setAttribute("aria-valuetext", output.value);
  });
  slider.addEventListener("change", () => show(addressAt(form, moment(), slider)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressAt(form, moment(), slider));
  });
}

function addressAt(form, moment, slider) {
  const address = new URL(form.action);
  if (Number(slider.value) < Number(slider.max)) address.searchParams.set("as_of", moment.toISOString().slice(0, 16) + "Z");
  return address;
}

async function show(address) {
  history.replaceState(null, "", address);
  try {
    await load(address);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

// ---- Live updates

const line = document.getElementById("live");
let heard = null; // when the server was last heard
let lost = false;
let stream = null;
let last = main().dataset.head; // what the page shows; the stream tells what came since
let wait = 1000;
const SILENT = 30000; // the server says at least every 10 s that it is there

function minutes() {
  const count = Math.floor((Date.now() - heard) / 60000);
  return count < 1 ? line.dataset.now : line.dataset.minutes.replace("{n}", count);
}

function tell(updated) {
  line.hidden = false;
  line.classList.toggle("lost", lost);
  if (lost) line.textContent = line.dataset.lost.replace("{time}", heard === null ? "–" : minutes());
  else line.textContent = line.dataset.connected + (updated ? " " + line.dataset.updated.replace("{time}", new Date().toLocaleTimeString(document.documentElement.lang, { timeZone: "Europe/Kyiv" })) : "");
}

function here(event) {
  if (event?.lastEventId) last = event.lastEventId;
  heard = Date.now();
  if (lost || line.hidden) {
    lost = false;
    tell(false);
  }
}

function concerns(event) {
  const shown = main().dataset.live;
  if (!shown) return false;
  if (shown === "all" || event.type === "reset") return true;
  const told = JSON.parse(event.data);
  if (told.everything) return true;
  if (event.type === "alerts") return true;
  return told.attack === shown || (told.days ?? []).some((day) => shown.includes(day));
}

let due = null;

function update(event) {
  here(event);
  // Nothing of the past is changed by what came since.
  if (new URL(location.href).searchParams.has("as_of") || !concerns(event) || due) return;
  // A batch has several events, and many readers get it at once: they do not all ask in the same moment.
  due = setTimeout(async () => {
    due = null;
    try {
      await load(location.href);
      tell(true);
    } catch (error) {
      if (error.name !== "AbortError") broken();
    }
  }, 50 + Math.random() * 250);
}

function broken() {
  lost = true;
  tell(false);
}

function connect() {
  const address = new URL(line.dataset.stream, location.href);
  if (last) address.searchParams.set("last_event_id", last);
  stream = new EventSource(address);
  stream.onopen = () => { wait = 1000; here(); };
  stream.onerror = () => {
    broken();
    // The browser itself gives up for good on some answers; and it does not say for how long it waits.
    stream.close();
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 15000);
  };
  stream.addEventListener("beat", here);
  stream.addEventListener("head", here);
  for (const type of ["claims", "figures", "alerts", "reset"]) stream.addEventListener(type, update);
}

if (line && window.EventSource) {
  connect();
  setInterval(() => {
    if (heard !== null && Date.now() - heard > SILENT) lost = true;
    if (lost) tell(false);
  }, 5000);
}
arm();
