document.querySelector('#choose').addEventListener('click', async () => {
  document.querySelector('#chosen').value = await window.files.choose() ?? 'nothing';
});
