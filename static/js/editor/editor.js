/* The editor of articles and pages, around the textarea that the form already has.
   No import map and no style element: nothing here needs more than the policy of every page. */
import "./words.js";
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Editor, Gapcursor, HardBreak, Heading,
  History, Italic, Link, ListItem, OrderedList, Paragraph, Table, TableCell, TableHeader,
  TableRow, Text,
} from "../../django_prose_editor/editor.js";
import { cleanPaste } from "./paste.js";
import { pictures } from "./picture.js";
import { toolbar } from "./toolbar.js";

const EXTENSIONS = [
  Document, Paragraph, Text, HardBreak, Heading.configure({ levels: [2, 3] }), Bold, Italic,
  BulletList, OrderedList, ListItem, Blockquote, History, Dropcursor, Gapcursor,
  Link.configure({ enableTarget: false, autolink: false, openOnClick: false }),
  Table, TableRow, TableHeader, TableCell, ...pictures,
];

const EMPTY_END = /(<p>\s*<\/p>)+$/;

const around = (textarea) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const name = label?.textContent.trim().replace(/:$/, "") ?? textarea.name;
  const frame = document.createElement("div");
  frame.className = "editor";
  textarea.before(frame);
  frame.append(textarea);
  textarea.hidden = true;
  const editor = new Editor({
    element: frame,
    extensions: EXTENSIONS,
    content: textarea.value,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "editor__text prose",
        id: `${textarea.id}_text`,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": name,
        lang: "nl",
        spellcheck: "true",
      },
      transformPastedHTML: cleanPaste,
    },
    onUpdate() {
      textarea.value = editor.getHTML().replace(EMPTY_END, "");
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  frame.prepend(toolbar(editor, name));
  label?.addEventListener("click", () => editor.commands.focus());
  textarea.editor = editor;
};

for (const textarea of document.querySelectorAll("textarea[data-editor]")) {
  if (!textarea.id.includes("__prefix__")) around(textarea);
}
