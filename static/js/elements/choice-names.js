/* Django's choices with suggestions (select2) have no name of their own: give them their label's. */
const name = (root) => {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`)?.textContent.trim().replace(/:$/, "");
    const shown = select.nextElementSibling;
    if (!label || !shown?.classList.contains("select2")) continue;
    for (const part of shown.querySelectorAll(".select2-selection, .select2-search__field, [role=textbox]")) {
      part.setAttribute("aria-label", label);
    }
  }
};

const watch = () => {
  name(document);
  new MutationObserver(() => name(document)).observe(document.body, { childList: true, subtree: true });
};

if (document.readyState === "complete") watch();
else addEventListener("load", watch);
