// Counting where there may be no line: every press is kept on the phone with a nonce of its own before anything is sent, and goes
// away only when the station has it. Sent twice it counts once, so whatever is not sure is sent again, in order.
(() => {
  const box = document.querySelector('[data-taps]');
  if (!box) return;
  const { taps: key, url, pass, lot, kind, kept, worker } = box.dataset, note = document.getElementById('waiting');
  const parked = document.getElementById('parked'), free = document.getElementById('free');
  let known = +parked.textContent, sending = 0, tries = 0, again, refused = '', memory = [];

  // A page that was kept has an old count; the phone knows what the station answered last.
  const count = (of, n) => { if (of === kind) known = n; try { localStorage[`${key}-${of}`] = n } catch { /* the page's then */ } };
  if (kept === undefined) count(kind, known);
  else try { known = +(localStorage[`${key}-${kind}`] ?? known) } catch { /* the page's then */ }
  // WeChat keeps its own pages.
  if (worker && !/MicroMessenger/.test(navigator.userAgent)) navigator.serviceWorker?.register(worker).catch(() => {});

  // Another tab of the same lot keeps its presses in the same list: it is read anew each time.
  const queue = () => { try { return JSON.parse(localStorage[key] || '[]') } catch { return memory } };
  const keep = list => { memory = list; try { localStorage[key] = JSON.stringify(list) } catch { /* only in memory then */ } };
  const by = { in: 1, out: -1, same: 0 };

  const show = () => {
    const list = queue(), n = list.filter(t => t.class === kind).reduce((sum, t) => sum + by[t.step], known);
    parked.textContent = n;
    free.textContent = Math.min(Math.max(box.dataset.usable - n, 0), box.dataset.usable);
    note.textContent = refused || (list.length ? note.dataset.waiting.replace('{n}', list.length) : note.dataset.sent);
    note.className = 'st' + (refused ? ' stop' : list.length ? ' away' : '');
  };
  const nonce = () => [...crypto.getRandomValues(new Uint8Array(12))].map(b => b.toString(16).padStart(2, '0')).join('');

  const send = async () => {
    clearTimeout(again);
    const list = queue().slice(0, 100);
    if (sending || !list.length) return;
    sending = 1;
    const now = Date.now(), out = new AbortController(), late = setTimeout(() => out.abort(), 15e3);
    let answer;
    try {
      answer = await fetch(url, { method: 'POST', signal: out.signal, headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pass, lot, taps: list.map(t => ({ nonce: t.nonce, class: t.class, step: t.step, ago: Math.min(Math.max(now - t.at, 0), 648e5) })) }) });
      if (answer.ok) {
        const { parked: all } = await answer.json(), sent = new Set(list.map(t => t.nonce));
        all.forEach(p => count(p.class, p.count));
        keep(queue().filter(t => !sent.has(t.nonce)));
        tries = 0;
        refused = '';
      } else if (answer.status < 500 && answer.status !== 429) {
        refused = (await answer.json()).title || note.dataset.refused;
      }
    } catch { /* no line: it stays on the phone */ }
    clearTimeout(late);
    sending = 0;
    show();
    if (queue().length) again = setTimeout(send, answer?.ok ? 0 : Math.min(2 ** ++tries, 30) * 1e3);
  };

  box.addEventListener('click', e => {
    const b = e.target.closest('button[name=step]');
    if (!b) return;
    e.preventDefault();
    keep([...queue(), { nonce: nonce(), class: kind, step: b.value, at: Date.now() }]);
    navigator.vibrate?.(30);
    show();
    send();
  });
  addEventListener('online', () => { tries = 0; send() });
  document.addEventListener('visibilitychange', () => document.hidden || send());
  show();
  send();
})();
