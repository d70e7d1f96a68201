/** Shows the buttons that copy prepared words, where the browser can copy. */

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent;
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
  }
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
