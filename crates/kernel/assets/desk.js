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

// A list renews itself: the server tells the number of the station's last change, the page is asked for again, and what is
// different in it takes its place. Never while somebody types, presses or is about to; without this script the page is as
// it was when it was opened.
(() => {
  const doc = document, main = doc.querySelector('main[data-follow]'), net = doc.documentElement.dataset;
  if (!main) return;
  const news = main.dataset.follow, FIELD = 'input:not([type=hidden]), select, textarea';
  let told = 0, touched = 0, reading = false, tries = 0;
  let es, wait, again, stale;

  const touch = () => { touched = Date.now() };
  for (const what of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']) addEventListener(what, touch, { passive: true });
  const changed = f => f.options ? f.selectedIndex !== Math.max(0, [...f.options].findIndex(o => o.defaultSelected))
    : f.value !== f.defaultValue || f.checked !== f.defaultChecked;
  const busy = () => {
    const at = doc.activeElement, marked = getSelection();
    return Date.now() - touched < 2e3 || main.querySelector('[data-sent]')
      || (main.contains(at) && at.matches(FIELD)) || [...main.querySelectorAll(FIELD)].some(changed)
      || (!marked.isCollapsed && main.contains(marked.anchorNode));
  };

  // Where the focus is, said so that the same place is found on the new page.
  const quoted = text => '"' + CSS.escape(text) + '"';
  const place = e => {
    if (e.id) return '#' + CSS.escape(e.id);
    if (e.form) return `form[action=${quoted(e.form.getAttribute('action'))}] [name=${quoted(e.name)}][value=${quoted(e.value)}]`;
    return e.hasAttribute('href') ? `a[href=${quoted(e.getAttribute('href'))}]` : e.localName;
  };

  // All before the first difference stays. The rest comes anew, with what stands below it: nothing slides on the screen.
  const put = fresh => {
    const old = [...main.childNodes], now = [...fresh.childNodes], at = doc.activeElement;
    let same = 0;
    while (same < now.length && old[same]?.isEqualNode(now[same])) same++;
    main.dataset.seen = fresh.dataset.seen;
    if (same === old.length && same === now.length) return;
    const focus = main.contains(at) && place(at), open = [...main.querySelectorAll('details')].map(d => d.open);
    old.slice(same).forEach(n => n.remove());
    main.append(...now.slice(same));
    main.querySelectorAll('details').forEach((d, n) => { d.open = !!open[n] });
    const foot = main.nextElementSibling;
    foot.replaceWith(foot.cloneNode(true));
    if (focus && !main.contains(doc.activeElement)) {
      main.tabIndex = -1;
      (main.querySelector(focus) ?? main).focus({ preventScroll: true });
    }
  };

  const later = time => { clearTimeout(wait); wait = setTimeout(renew, time) };
  const renew = async () => {
    if (reading || doc.hidden || told <= +main.dataset.seen) return;
    if (busy()) return later(500);
    reading = true;
    const page = await fetch(location.href).then(r => r.ok && !r.redirected ? r.text() : '').catch(() => '');
    reading = false;
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('main[data-follow]');
    if (!fresh) return later(5e3);
    if (!busy()) put(fresh);
    later(500);
  };

  // Without a word for 15 s the page says that it may be out of date, and asks anew.
  const hear = e => {
    delete net.net;
    watch();
    told = Math.max(told, +e.data);
    renew();
  };
  const heard = e => { tries = 0; hear(e) };
  const watch = () => {
    clearTimeout(stale);
    stale = setTimeout(() => { net.net = 'off'; open(); watch() }, 15e3);
  };
  const close = () => { es?.close(); [again, stale, wait].forEach(clearTimeout) };
  // A browser comes back by itself unless the server said no (503); then we do, ever more rarely, and ask in between.
  const open = () => {
    es?.close();
    clearTimeout(again);
    if (!self.EventSource) return poll();
    es = new EventSource(news);
    es.onmessage = heard;
    es.addEventListener('beat', heard);
    es.onerror = () => {
      if (es.readyState !== 2) return;
      if (tries > 1) ask();
      again = setTimeout(open, Math.min(2 ** tries++, 12) * 1e3 * (.7 + Math.random() * .3));
    };
  };
  const ask = async () => {
    const number = await fetch(news + '?once').then(r => r.ok && !r.redirected ? r.text() : '').catch(() => '');
    if (number && !doc.hidden) hear({ data: number });
  };
  const poll = async () => {
    await ask();
    clearTimeout(again);
    if (!doc.hidden) again = setTimeout(poll, 5e3);
  };
  const start = () => { open(); watch() };
  if (!doc.hidden) start();
  doc.addEventListener('visibilitychange', () => { doc.hidden ? close() : start() });
  addEventListener('pagehide', close);
  addEventListener('pageshow', e => e.persisted && start());
})();
