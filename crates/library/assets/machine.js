// Leads a page of the machine that nobody touches back to its start, and lets a scanner type into the field wherever somebody has
// tapped. Without this script the page leaves by itself all the same.
(() => {
  const left = document.querySelector('[data-leave]'), field = document.querySelector('#f-code');
  addEventListener('keydown', e => {
    if (field && e.key.length === 1 && !e.target.matches('input,button,a')) field.focus();
  });
  if (!left) return;
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => location.replace(left.dataset.to), left.dataset.leave * 1e3);
  };
  for (const touched of ['pointerdown', 'keydown', 'input']) addEventListener(touched, again);
  again();
})();
