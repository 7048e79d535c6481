// Looks at a form while it is filled in: findings beside the fields, the page beside the form, files by drop. Without this
// script the form saves all the same.
"use strict";
(() => {
  const form = document.getElementById("item");
  if (!form) return;
  const chinese = document.documentElement.lang.startsWith("zh");
  const say = (zh, en) => (chinese ? zh : en);
  const summary = document.getElementById("summary");
  const state = document.getElementById("state");
  const preview = document.getElementById("preview");
  const path = form.dataset.path;
  const levels = { error: say("错误", "Error"), warning: say("警告", "Warning"), note: say("提示", "Note") };
  // The page takes its place before it is there, so that the form does not move under the reader's hand.
  preview.hidden = !form.querySelector('[name="title"]');
  let dirty = false;
  let waiting = 0;
  let asking = null;

  function make(tag, className, words) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (words) node.textContent = words;
    return node;
  }

  // --- What is found as one types

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(look, 300);
  }

  async function look() {
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch("look", {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        signal: asking.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      show(told.found);
      if (told.stuck.length > 0) {
        state.textContent = say("表单写不进去：", "The form cannot put in: ") + told.stuck.join("、");
      } else {
        dirty = told.changed;
        state.textContent = dirty ? say("有未保存的改动", "Not saved yet") : "";
      }
      if (told.page) draw(told.page);
      form.dataset.looked = String(Number(form.dataset.looked || 0) + 1);
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = say("预览没有回应，所填的还在本页。", "The preview does not answer; what you typed is still here.");
    }
  }

  function show(found) {
    for (const place of document.querySelectorAll(".found")) place.replaceChildren();
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const one of found) {
      const place = document.getElementById("e-" + one.field) || document.getElementById("e-" + one.field.split(".")[0]) || document.getElementById("e-");
      if (!place) continue;
      const box = make("div", one.severity);
      const words = make("p");
      words.append(make("b", "", levels[one.severity]), " " + (one.line ? say(`第 ${one.line} 行：`, `line ${one.line}: `) : "") + one.message);
      box.append(words);
      if (one.remedy) box.append(make("p", "", say("做法：", "Remedy: ") + one.remedy));
      place.append(box);
      if (one.severity === "error") document.getElementById("f-" + one.field)?.setAttribute("aria-invalid", "true");
      const folded = one.severity === "error" && place.closest("details");
      if (folded) folded.open = true;
    }
    const errors = found.filter((one) => one.severity === "error").length;
    const list = make("ul");
    for (const one of found) {
      const line = make("li", one.severity);
      const link = make("a", "", one.message);
      link.href = "#e-" + one.field;
      line.append(link);
      list.append(line);
    }
    const others = found.length - errors;
    summary.hidden = found.length === 0;
    summary.replaceChildren(make("h2", "", say(`${errors} 处错误，${others} 处其他问题`, `Errors: ${errors}; other findings: ${others}`)), list);
  }

  // A link in the summary leads to the field itself, wherever it is folded away.
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const name = link.getAttribute("href").slice(3);
    const place = document.getElementById("e-" + name) || document.getElementById("e-");
    const field = document.getElementById("f-" + name) || place?.closest("[data-field]")?.querySelector("input, select, textarea");
    const folded = (field || place)?.closest("details");
    if (folded) folded.open = true;
    if (field) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "center" });
    }
  });

  // --- The page as it would be. The next one is made behind the last, so that nothing flickers.

  function draw(html) {
    preview.hidden = false;
    const last = preview.querySelector("iframe:not(.next)");
    preview.querySelector("iframe.next")?.remove();
    const next = last.cloneNode(false);
    next.className = "next";
    next.addEventListener("load", () => {
      const from = last.contentDocument?.scrollingElement;
      const to = next.contentDocument?.scrollingElement;
      if (from && to) to.scrollTop = from.scrollTop;
      // What is written stands below the head of the site; the first look goes there.
      const title = next.contentDocument?.querySelector("main h1");
      if (!form.dataset.drawn && title) to.scrollTop = title.getBoundingClientRect().top - 16;
      form.dataset.drawn = "1";
      next.className = "";
      last.remove();
    }, { once: true });
    next.srcdoc = html;
    last.after(next);
  }

  // --- Rows

  const renamed = ["id", "name", "for", "list", "aria-describedby", "data-field", "data-row", "data-group"];

  function addRow(list) {
    const name = list.dataset.list;
    const rows = list.querySelectorAll(":scope > .row");
    const row = list.blank.cloneNode(true);
    const [old, number] = [row.dataset.row, rows.length];
    for (const node of [row, ...row.querySelectorAll("*")]) {
      for (const key of renamed) {
        const value = node.getAttribute(key);
        if (value) node.setAttribute(key, value.replaceAll(old, `${name}.${number}`));
      }
    }
    const legend = row.querySelector("legend");
    legend.textContent = legend.textContent.replace(/\d+/, String(number + 1));
    rows[rows.length - 1].after(row);
    dressRow(row);
    return row;
  }

  function dressRow(row) {
    const away = make("button", "away", say("移除这一项", "Remove"));
    away.type = "button";
    away.addEventListener("click", () => {
      const file = row.querySelector(`[name="${row.dataset.row}.file"]`)?.value;
      if (file) stays(row, file);
      for (const field of row.querySelectorAll("input, select, textarea")) {
        if (field.type === "checkbox") field.checked = false;
        else field.value = "";
      }
      const next = row.closest(".list").querySelector(":scope > .more");
      row.hidden = true;
      later();
      next.focus();
    });
    row.append(away);
  }

  // Nothing of the office's is deleted: where the file stays is said, and whoever wants deletes it.
  function stays(row, file) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const words = say(
      `保存后“${file}”不再是附件。文件没有删除，还在 ${folder}${file}，不会公开；不用了可以自己删去。`,
      `Once saved, “${file}” is no longer attached. The file was not deleted: it stays at ${folder}${file} and is not published; delete it yourself if nobody needs it.`,
    );
    const told = make("p", "told note", words);
    told.setAttribute("role", "status");
    row.before(told);
  }

  for (const list of form.querySelectorAll(".list")) {
    const rows = [...list.querySelectorAll(":scope > .row")];
    list.blank = rows[rows.length - 1].cloneNode(true);
    rows.forEach(dressRow);
    // The empty row that forms without a script need is not in the way of those with one.
    rows[rows.length - 1].hidden = true;
    const more = make("button", "more", say("再加一项", "Add one"));
    more.type = "button";
    more.addEventListener("click", () => {
      const last = [...list.querySelectorAll(":scope > .row")].pop();
      const row = isEmpty(last) && last.hidden ? last : addRow(list);
      row.hidden = false;
      row.querySelector("input, select, textarea")?.focus();
    });
    rows[rows.length - 1].after(more);
  }

  function isEmpty(row) {
    return [...row.querySelectorAll("input, select, textarea")].every((field) => field.type === "checkbox" ? !field.checked : field.value === "");
  }

  // A row for these values: an empty one, or a new one.
  function fillRow(name, values) {
    const list = form.querySelector(`.list[data-list="${name}"]`);
    const rows = [...list.querySelectorAll(":scope > .row")];
    const row = rows.find(isEmpty) || addRow(list);
    row.hidden = false;
    const folded = row.closest("details");
    if (folded) folded.open = true;
    for (const [key, value] of Object.entries(values)) {
      const field = row.querySelector(`[name="${row.dataset.row}.${key}"]`);
      if (field) field.value = value;
    }
    return row;
  }

  // --- Published items: what a change asks for is offered, and done by whoever clicks.

  const published = form.querySelector(".published");
  if (published) {
    const today = published.dataset.today;
    const offer = (words, act) => {
      const button = make("button", "", words);
      button.type = "button";
      button.addEventListener("click", () => { act(); later(); });
      published.append(button);
    };
    offer(say("更新日期填今天", "Updated today"), () => {
      const field = form.querySelector('[name="updated"]');
      field.value = today;
      field.focus();
    });
    offer(say("加一条更正", "Add a correction"), () => {
      const row = fillRow("corrections", { on: today });
      row.querySelector("textarea")?.focus();
    });
  }

  // --- Files by drop

  const drop = document.getElementById("drop");
  if (drop) {
    const told = document.getElementById("dropped");
    drop.hidden = false;
    for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
    for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files); });
    document.getElementById("file").addEventListener("change", (event) => { take(event.target.files); event.target.value = ""; });
    // A file that misses the place must not replace the page.
    for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

    const take = async (files) => {
      for (const file of files) {
        told.textContent = say(`正在放入 ${file.name}……`, `Taking ${file.name} …`);
        told.className = "";
        try {
          const answer = await fetch(`attach?${new URLSearchParams({ path, name: file.name })}`, { method: "POST", body: file });
          const answered = await answer.json().catch(() => ({}));
          if (!answer.ok) {
            told.className = "wrong";
            told.textContent = answered.refused || say(`${file.name} 太大，没有放入（上限 32 MB）`, `${file.name} is too large (32 MB at most)`);
            continue;
          }
          fillRow("attachments", { file: answered.name, title: answered.name.replace(/\.[^.]+$/, "") });
          told.textContent = say(`${answered.name} 已放在条目旁边；保存后成为附件。`, `${answered.name} lies beside the item; save to attach it.`);
          later();
        } catch {
          told.className = "wrong";
          told.textContent = say(`${file.name} 没有放入，请再试`, `${file.name} was not taken; please try again`);
        }
      }
    };
  }

  // --- Saving

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => { dirty = false; clearTimeout(waiting); });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  look();
})();
