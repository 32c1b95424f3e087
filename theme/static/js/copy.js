// A button that copies a text of the page: data-copy names the element, data-copied is said after.

(() => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) continue;
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = button.dataset.copied;
      } catch {
        getSelection().selectAllChildren(source); // refused: left ready for the visitor's own copying
      }
    });
  }
})();
