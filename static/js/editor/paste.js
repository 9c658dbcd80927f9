/* What is pasted from Word, Outlook or Google Docs keeps its structure and loses its rubbish.
   The editor's own schema drops unknown elements; this mends what that would get wrong. */

const WORD_LIST = /mso-list:\s*l(\d+) level(\d+)/;
const BULLET = /^[\s\u00a0]*([·•o§▪–\-]|[\u2022\uf0b7]|\d+[.)]|[a-z][.)])[\s\u00a0]+/i;

const unwrap = (node) => node.replaceWith(...node.childNodes);

const renamed = (node, name) => {
  const made = document.createElement(name);
  made.append(...node.childNodes);
  node.replaceWith(made);
  return made;
};

/* Word writes a list as paragraphs with a bullet in front of each. */
const mendLists = (root) => {
  for (const paragraph of root.querySelectorAll("p")) {
    const style = paragraph.getAttribute("style") ?? "";
    if (!WORD_LIST.test(style) && !/MsoListParagraph/.test(paragraph.className)) continue;
    for (const mark of paragraph.querySelectorAll('[style*="mso-list"]')) {
      if (/ignore/i.test(mark.getAttribute("style"))) mark.dataset.mark = mark.textContent.trim();
    }
    const mark = paragraph.querySelector("[data-mark]");
    const found = mark?.dataset.mark ?? paragraph.textContent.match(BULLET)?.[1] ?? "·";
    if (mark) mark.remove();
    const kind = /^(\d+|[a-z])[.)]/i.test(found) ? "ol" : "ul";
    const before = paragraph.previousElementSibling;
    const list = before?.localName === kind && before.dataset.word ? before : document.createElement(kind);
    list.dataset.word = "1";
    if (list !== before) paragraph.before(list);
    list.append(renamed(paragraph, "li"));
  }
};

const isSpacer = (node) => !node.textContent.replace(/[\s\u00a0]/g, "") && !node.querySelector("img,table,br");

export const cleanPaste = (html) => {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  const root = page.body;
  for (const node of root.querySelectorAll("style,script,meta,link,title,xml,img,svg,iframe,object")) node.remove();
  for (const node of root.querySelectorAll("*")) if (node.localName.includes(":")) unwrap(node);
  // Google Docs wraps everything in a <b> that is not bold; Word online nests divs.
  for (const node of root.querySelectorAll('b[id^="docs-internal"], b[style*="font-weight:normal"]')) unwrap(node);
  for (const node of root.querySelectorAll("span,b,strong,i,em")) {
    const style = node.getAttribute("style") ?? "";
    if (/font-weight:\s*(bold|[6-9]00)/.test(style) && node.localName === "span") renamed(node, "strong");
    else if (/font-style:\s*italic/.test(style) && node.localName === "span") renamed(node, "em");
  }
  for (const node of root.querySelectorAll("div.ListContainerWrapper, br.Apple-interchange-newline")) unwrap(node);
  mendLists(root);
  for (const list of root.querySelectorAll("ul,ol")) {
    const before = list.previousElementSibling;
    if (before?.localName === list.localName) {
      list.prepend(...before.childNodes);
      before.remove();
    }
  }
  for (const node of root.querySelectorAll("li > p")) if (node.parentNode.children.length === 1) unwrap(node);
  // The page has one main heading: its title.
  for (const node of root.querySelectorAll("h1")) renamed(node, "h2");
  for (const node of root.querySelectorAll("h4,h5,h6")) renamed(node, "h3");
  for (const node of root.querySelectorAll("p,li,h2,h3")) if (isSpacer(node)) node.remove();
  for (const node of root.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) {
      if (!["href", "colspan", "rowspan", "start"].includes(name)) node.removeAttribute(name);
    }
  }
  return root.innerHTML.replace(/\u00a0|&nbsp;/g, " ");
};
