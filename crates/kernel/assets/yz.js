// Every page works without this script; it spares waiting and keeps open pages true.
(() => {
  const doc = document, root = doc.documentElement;
  const one = (s, within = doc) => within.querySelector(s);

  // A form is sent once. After a while, or when the page is shown again, it can be sent anew.
  const release = f => {
    delete f.dataset.sent;
    f.querySelectorAll('[aria-busy]').forEach(b => { b.disabled = false; b.removeAttribute('aria-busy') });
  };
  doc.addEventListener('submit', e => {
    const f = e.target, b = e.submitter;
    if (f.dataset.sent) return e.preventDefault();
    f.dataset.sent = 1;
    // The button may carry a value: it is disabled only when the browser has read the form.
    setTimeout(() => { if (b) { b.setAttribute('aria-busy', 'true'); b.disabled = true } });
    setTimeout(release, 8e3, f);
  });
  addEventListener('pageshow', e => e.persisted && doc.querySelectorAll('[data-sent]').forEach(release));

  // The line that says what is about to be booked: "{d} {t}–{t+m}" from the words of what is checked;
  // {t+m} is the time t with m minutes added.
  const form = one('[data-sum]'), sum = one('#sum');
  const tell = () => {
    let all = true;
    const picked = n => one(`[name="${n}"]:is(:checked,[type=hidden])`, form) || (all = false);
    const said = form.dataset.sum.replace(/\{(\w+)(?:\+(\w+))?\}/g, (_, n, m) => {
      const a = picked(n), b = m && picked(m);
      if (!a) return '';
      if (!b) return a.dataset.l || a.value;
      const [h, min] = a.dataset.l.split(':').map(Number), t = h * 60 + min + +b.value;
      const two = x => String(x).padStart(2, '0');
      return two((t / 60 | 0) % 24) + ':' + two(t % 60);
    });
    // Until everything is chosen, what the server says stays.
    if (all) sum.textContent = said;
  };
  if (form && sum) { form.addEventListener('change', tell); addEventListener('pageshow', tell) }

  // Live parts: the server sends whole elements, each takes the place of the one with its id.
  const put = text => {
    const t = doc.createElement('template');
    t.innerHTML = text;
    for (const n of [...t.content.children]) {
      const old = n.id && doc.getElementById(n.id), at = doc.activeElement;
      if (!old || (old.contains(at) && at.matches('input,textarea,select'))) continue;
      const id = old.contains(at) && at.id;
      old.replaceWith(n);
      if (id && doc.getElementById(id)) doc.getElementById(id).focus();
    }
  };

  // A form that changes one part of the page, `data-part` by its id: the part is put in and not the whole page. Whatever is odd
  // is left to the form itself.
  doc.addEventListener('submit', e => {
    const f = e.target, b = e.submitter, id = f.dataset.part;
    if (!id || !b || e.defaultPrevented) return;
    e.preventDefault();
    const body = new URLSearchParams(new FormData(f));
    body.set(b.name, b.value);
    body.set('part', 1);
    fetch(f.action, { method: 'POST', body }).then(r => r.text()).then(text => {
      if (!text.startsWith(`<div id="${id}"`)) throw text;
      put(text);
      const now = doc.getElementById(id);
      (one(`[value="${b.value}"]`, now) || one('button', now) || now).focus();
    }).catch(() => {
      delete f.dataset.part;
      release(f);
      f.requestSubmit(b);
    });
  });

  const live = one('[data-live]');
  if (live) {
    const url = live.dataset.live;
    let es, again, stale, tries = 0;
    // Without a word for 15 s (the server beats more often) the page says that it may be out of date.
    const fresh = () => {
      delete root.dataset.net;
      clearTimeout(stale);
      stale = setTimeout(() => { root.dataset.net = 'off'; retry() }, 15e3);
    };
    const poll = () => fetch(url + (url.includes('?') ? '&' : '?') + 'once').then(r => r.ok ? r.text() : Promise.reject()).then(t => { put(t); fresh() }).catch(() => { root.dataset.net = 'off' });
    const close = () => { if (es) es.close(); clearTimeout(again); clearTimeout(stale) };
    // A browser reconnects by itself unless the server said no (503); then it never does, and we ask again, ever more rarely,
    // and read the page's parts in between.
    const retry = () => {
      close();
      if (tries++ > 2) poll();
      again = setTimeout(open, Math.min(2 ** tries, 12) * 1e3 * (.7 + Math.random() * .3));
    };
    const open = () => {
      close();
      es = new EventSource(url);
      es.onopen = es.onmessage = e => { tries = 0; fresh(); if (e.data) put(e.data) };
      es.addEventListener('beat', fresh);
      es.onerror = () => { if (es.readyState === 2) retry() };
      stale = setTimeout(() => { root.dataset.net = 'off'; retry() }, 15e3);
    };
    open();
    doc.addEventListener('visibilitychange', () => { if (doc.hidden) close(); else { tries = 0; poll(); open() } });
    addEventListener('pagehide', close);
    addEventListener('pageshow', e => e.persisted && open());
  }

  // Reads a part aloud, where the phone can.
  const voice = self.speechSynthesis;
  for (const b of voice ? doc.querySelectorAll('[data-say]') : []) {
    b.hidden = false;
    b.onclick = () => {
      const on = b.getAttribute('aria-pressed') === 'true', say = x => b.setAttribute('aria-pressed', x);
      voice.cancel();
      say(!on);
      if (on) return;
      const u = new SpeechSynthesisUtterance(doc.getElementById(b.dataset.say).innerText);
      u.lang = root.lang;
      u.rate = .9;
      u.onend = () => say(false);
      voice.speak(u);
    };
  }

  // Where somebody is, asked of the phone when they tap: coarse, and only in the address that they go to.
  for (const box of self.isSecureContext ? doc.querySelectorAll('[data-here]') : []) {
    box.hidden = false;
    one('button', box).onclick = () => navigator.geolocation.getCurrentPosition(({ coords: c }) => {
      location = `${box.dataset.here}&lat=${c.latitude.toFixed(2)}&lon=${c.longitude.toFixed(2)}`;
    }, () => { one('[role=alert]', box).hidden = false }, { timeout: 9e3, maximumAge: 3e5 });
  }
})();
