// While somebody types, the desk shows what it means: `data-preview="/path"` around the fields, the answer is an element
// that takes the place of the one with its id. Without this script a button of the form does the same.
(() => {
  for (const box of document.querySelectorAll('[data-preview]')) {
    let wait, asked = 0;
    const show = async () => {
      const mine = ++asked, what = new URLSearchParams();
      for (const f of box.querySelectorAll('[name]:not([type=radio]:not(:checked),[type=checkbox]:not(:checked))')) what.append(f.name, f.value);
      const answer = await fetch(box.dataset.preview + '?' + what).catch(() => 0);
      if (!answer.ok) return;
      const t = document.createElement('template');
      t.innerHTML = await answer.text();
      const now = t.content.firstElementChild, old = now && document.getElementById(now.id);
      // A slow answer to an earlier text is no longer wanted.
      if (old && mine === asked) old.replaceWith(now);
    };
    box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(show, 300) });
  }
})();
