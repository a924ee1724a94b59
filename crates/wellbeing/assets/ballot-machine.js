// Leads the screen in the hall back to its start when nobody touches it. Without this script the page leaves by itself all the same.
(() => {
  const left = document.querySelector('[data-leave]');
  if (!left) return;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => location.replace(left.dataset.to), left.dataset.leave * 1e3);
  };
  ['pointerdown', 'keydown', 'input'].forEach(touch => addEventListener(touch, wait));
  wait();
})();
