document.querySelector('#apply').addEventListener('click', () => {
  window.windowTitle.set(document.querySelector('#new-title').value);
});
