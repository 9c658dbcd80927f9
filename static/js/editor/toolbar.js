/* Buttons with words. One stop for Tab, arrows in between, as the pattern of a toolbar asks. */
import { say } from "./words.js";

const chain = (editor) => editor.chain().focus();
const BUTTONS = [
  ["Heading", (e) => chain(e).toggleHeading({ level: 2 }).run(), (e) => e.isActive("heading", { level: 2 })],
  ["Small heading", (e) => chain(e).toggleHeading({ level: 3 }).run(), (e) => e.isActive("heading", { level: 3 })],
  ["Bold", (e) => chain(e).toggleBold().run(), (e) => e.isActive("bold")],
  ["Italic", (e) => chain(e).toggleItalic().run(), (e) => e.isActive("italic")],
  ["List", (e) => chain(e).toggleBulletList().run(), (e) => e.isActive("bulletList")],
  ["Numbered list", (e) => chain(e).toggleOrderedList().run(), (e) => e.isActive("orderedList")],
  ["Quote", (e) => chain(e).toggleBlockquote().run(), (e) => e.isActive("blockquote")],
  ["Link", (e) => (e.isActive("link") ? chain(e).unsetLink().run() : e.commands.addLink()), (e) => e.isActive("link")],
  ["Picture", (e) => e.commands.takeInPicture(), null, () => document.querySelector("dialog[data-editor-picture]")],
  ["Table", (e) => chain(e).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(), null, (e) => !e.isActive("table")],
  ["Add row", (e) => chain(e).addRowAfter().run(), null, (e) => e.isActive("table")],
  ["Add column", (e) => chain(e).addColumnAfter().run(), null, (e) => e.isActive("table")],
  ["Remove row", (e) => chain(e).deleteRow().run(), null, (e) => e.isActive("table")],
  ["Remove column", (e) => chain(e).deleteColumn().run(), null, (e) => e.isActive("table")],
  ["Remove table", (e) => chain(e).deleteTable().run(), null, (e) => e.isActive("table")],
  ["Undo", (e) => chain(e).undo().run()],
  ["Redo", (e) => chain(e).redo().run()],
];

const button = (editor, [name, act, isActive = null, isShown = null]) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "editor__button";
  made.textContent = say(name);
  made.tabIndex = -1;
  made.addEventListener("click", () => act(editor));
  const update = () => {
    if (isActive) made.setAttribute("aria-pressed", String(isActive(editor)));
    if (isShown) made.hidden = !isShown(editor);
  };
  editor.on("transaction", update);
  update();
  return made;
};

const walk = (bar, event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const shown = [...bar.children].filter((one) => !one.hidden);
  const here = shown.indexOf(document.activeElement);
  const next = shown[(here + step + shown.length) % shown.length];
  for (const one of shown) one.tabIndex = one === next ? 0 : -1;
  next.focus();
  event.preventDefault();
};

export const toolbar = (editor, name) => {
  const bar = document.createElement("div");
  bar.className = "editor__bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", `${say("Layout of the text")}: ${name}`);
  bar.append(...BUTTONS.map((one) => button(editor, one)));
  bar.firstChild.tabIndex = 0;
  bar.addEventListener("keydown", (event) => walk(bar, event));
  return bar;
};
