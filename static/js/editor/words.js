/* The words of the editor, in the language of the page. Loaded before the editor itself, which
   asks `window.gettext` once. */
const holder = document.querySelector("[data-editor-words]");
export const words = JSON.parse(holder?.dataset.editorWords ?? "{}");
const before = window.gettext ?? ((text) => text);
window.gettext = (text) => words[text] ?? before(text);
export const say = window.gettext;
