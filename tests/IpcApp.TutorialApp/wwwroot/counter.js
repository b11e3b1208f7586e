const output = document.querySelector('#value');

window.counter.onChange((by) => {
  output.value = Number(output.value) + by;
  window.counter.report(Number(output.value));
});
