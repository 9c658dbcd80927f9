/* A picture comes in through a dialog of the page itself, without leaving the text. */
import { Caption, Figure, Image } from "../../django_prose_editor/editor.js";
import { say } from "./words.js";

const attribute = (name) => ({ [name]: { default: null } });

const refused = (form, errors) => {
  for (const old of form.querySelectorAll("[data-error]")) old.remove();
  for (const [name, texts] of Object.entries(errors)) {
    const field = form.elements[name] ?? form.elements.upload;
    const note = document.createElement("p");
    note.className = "field__error";
    note.dataset.error = name;
    note.id = `${field.id}_error`;
    note.textContent = texts.join(" ");
    (field.closest(".choice") ?? field).before(note);
    field.setAttribute("aria-describedby", note.id);
  }
  const first = Object.keys(errors)[0];
  if (first) (form.elements[first] ?? form.elements.upload).focus();
};

const send = async (form) => {
  const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
  if (response.ok) return response.json();
  const known = response.status === 422 ? (await response.json()).errors : null;
  refused(form, known ?? { upload: [say("It did not work. Try again in a moment.")] });
  return null;
};

const ask = (editor) => {
  const dialog = document.querySelector("dialog[data-editor-picture]");
  const form = dialog.querySelector("form");
  form.onsubmit = async (event) => {
    event.preventDefault();
    const taken = await send(form);
    if (!taken) return;
    const { caption, ...attrs } = taken;
    const content = [{ type: "image", attrs }];
    if (caption) content.push({ type: "caption", content: [{ type: "text", text: caption }] });
    form.reset();
    dialog.close();
    // The next words come below the picture, not in its caption.
    editor.chain().focus().insertContent([{ type: "figure", content }, { type: "paragraph" }]).run();
  };
  form.onreset = () => refused(form, {});
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.showModal();
};

/* Enter at a caption goes on below the picture. */
const leaveCaption = (editor) => {
  if (!editor.isActive("caption")) return false;
  const { $to } = editor.state.selection;
  const below = $to.after($to.depth - 1);
  return editor.chain().insertContentAt(below, { type: "paragraph" }).setTextSelection(below + 1).run();
};

export const pictures = [
  Image.extend({
    addAttributes() {
      return { ...this.parent?.(), ...attribute("width"), ...attribute("height") };
    },
  }),
  Figure.extend({
    addCommands() {
      return {
        ...this.parent?.(),
        takeInPicture: () => ({ editor }) => {
          ask(editor);
          return true;
        },
      };
    },
  }),
  Caption.extend({
    addKeyboardShortcuts() {
      return { Enter: () => leaveCaption(this.editor) };
    },
  }),
];
