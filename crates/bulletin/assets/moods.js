// Tells a mood without loading the page again. Whatever is odd is left to the form itself.
document.addEventListener('submit', e => {
  const form = e.target, button = e.submitter;
  if (e.defaultPrevented || !button || !form.closest('#mood-board')) return;
  e.preventDefault();
  const body = new URLSearchParams(new FormData(form)), value = button.value;
  body.set(button.name, value);
  body.set('part', 1);
  fetch(form.action, { method: 'POST', body }).then(r => r.text()).then(text => {
    if (!text.startsWith('<div id="mood-board"')) throw text;
    document.getElementById('mood-board').outerHTML = text;
    const board = document.getElementById('mood-board');
    (board.querySelector(`[value=${value}]`) || board.querySelector('button') || board).focus();
  }).catch(() => {
    const same = document.createElement('input');
    same.type = 'hidden';
    same.name = button.name;
    same.value = value;
    form.append(same);
    form.submit();
  });
});
