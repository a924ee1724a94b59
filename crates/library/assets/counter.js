// The counter where there may be no line. What is lent and given back is kept on the device with a number of its own before anything
// is sent, and goes away only when the station has answered. Where nothing answers it goes into the log, in order; sent twice it
// counts once. Without this script the page is a plain form.
(() => {
  const doc = document, note = doc.getElementById('waiting');
  if (!note) return;
  const { log, worker, waiting, sent, noted, known, looks, refused, sign, cards } = note.dataset, key = 'counter ' + log;
  let memory = [], full, flying = '', card = '', said = '', off = 0, tries = 0, busy, sending, again;

  // WeChat keeps its own pages.
  if (!/MicroMessenger/.test(navigator.userAgent)) navigator.serviceWorker?.register(worker, { scope: location.pathname }).catch(() => {});

  // Another tab keeps what it has in the same list: it is read anew each time. Where nothing more fits, it is in memory only.
  const load = () => { try { return full ? memory : JSON.parse(localStorage[key] || '[]') } catch { return memory } };
  const keep = list => { memory = list; try { localStorage[key] = JSON.stringify(list); full = 0 } catch { full = 1 } };
  const drop = ids => keep(load().filter(one => !ids.includes(one.id)));
  const number = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    return [...b].map((n, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + n.toString(16).padStart(2, '0')).join('');
  };
  const plain = text => (text || '').replace(/\p{C}/gu, '').trim();
  const isCard = text => /\/card\//.test(text) || /^[a-z2-7]{24}$/i.test(text.replace(/[\s-]/g, ''));

  const show = () => {
    const n = load().filter(one => one.id !== flying).length;
    note.textContent = [said, n ? waiting.replace('{n}', n) : said ? '' : sent].filter(Boolean).join(' ');
    note.className = 'st' + (said ? ' stop' : n ? ' away' : '');
  };

  const send = async () => {
    clearTimeout(again);
    const list = load().filter(one => one.id !== flying).slice(0, 100);
    if (sending || !list.length) return;
    sending = 1;
    let answer;
    try {
      // A clock may be put right meanwhile: while the page lives its own count is better.
      const { timeOrigin } = performance, up = performance.now();
      const entries = list.map(({ at, page, was, ...one }) => ({ ...one, ago: Math.round(Math.max(page === timeOrigin ? up - was : Date.now() - at, 0)) }));
      answer = await fetch(log, { method: 'POST', signal: AbortSignal.timeout(15e3), headers: { 'content-type': 'application/json' }, body: JSON.stringify({ entries }) });
      if (answer.ok) {
        const done = (await answer.json()).entries, n = done.filter(one => one.outcome === 'look').length;
        drop(done.map(one => one.id));
        tries = 0;
        said = n ? looks.replace('{n}', n) : '';
      } else if (answer.status === 401) said = sign;
      else if (answer.status < 500 && answer.status !== 429) said = refused;
    } catch { /* no line: it stays on the device */ }
    sending = 0;
    show();
    if (load().some(one => one.id !== flying)) again = setTimeout(send, answer?.ok ? 0 : Math.min(2 ** ++tries, 30) * 1e3);
  };

  // What a press means where nobody answers: nothing, unless it is a piece that is lent, given back or renewed. A card goes into
  // either field; scanned without a line it holds until something answers.
  const meant = (form, id) => {
    const scanned = plain(form.get('barcode')), typed = isCard(scanned) ? scanned : plain(form.get('reader'));
    const held = form.get('held'), then = form.get('then');
    if (isCard(typed)) card = typed.slice(0, 300);
    else if (typed || !(held || off)) card = '';
    const kind = { back: 'back', renew: 'renewed' }[then] || (typed || held || off ? 'lent' : 'back');
    const barcode = scanned.split('/library/copies/').pop().split(/[/?#]/)[0];
    // Neither words nor an ISBN.
    if (!/^(?=.*\d)(?!97[89](-?\d){10}$)[\w-]{1,20}$/.test(barcode) || form.get('hold')) return {};
    return { id, kind, barcode, card: kind === 'back' ? '' : card, at: Date.now(), page: performance.timeOrigin, was: performance.now() };
  };

  const put = html => {
    const now = new DOMParser().parseFromString(html, 'text/html').getElementById('counter');
    if (!now) return false;
    off = 0;
    doc.getElementById('counter').replaceWith(now);
    const at = now.querySelector('[autofocus]');
    at?.focus();
    at?.select();
    return true;
  };

  doc.addEventListener('submit', async e => {
    const f = e.target, b = e.submitter;
    if (!f.matches('#counter [data-counts]')) return;
    e.preventDefault();
    if (busy) return;
    busy = 1;
    const form = new FormData(f), id = number();
    if (b?.name) form.set(b.name, b.value);
    form.set('once', id);
    const one = meant(form, id), whole = one.id && (one.kind !== 'lent' || one.card);
    said = '';
    // A card that was noted without a line.
    if (one.kind === 'lent' && one.card && !form.get('held')) form.set('reader', one.card);
    // What was pressed before comes before; a line that hangs keeps nobody waiting.
    await Promise.race([send(), new Promise(go => setTimeout(go, 2e3))]);
    const first = !load().length;
    if (whole) { flying = first ? id : ''; keep([...load(), one]) }
    let answer;
    try { if (first) answer = await fetch(f.action, { method: 'POST', signal: AbortSignal.timeout(8e3), body: new URLSearchParams(form) }) } catch { /* no line */ }
    flying = '';
    busy = 0;
    if (answer && answer.status < 500 && answer.status !== 429) {
      if (answer.status !== 401) drop([id]);
      if (put(await answer.text())) return show();
      // A page of another kind: the form shows it, and does nothing twice.
      if (answer.status !== 401) {
        f.once.value = id;
        if (b?.name) f.append(Object.assign(doc.createElement('input'), { type: 'hidden', name: b.name, value: b.value }));
        return f.submit();
      }
      said = sign;
    } else if (whole) said = noted.replace('{code}', one.barcode);
    else { off = +!!card; said = card && !one.id ? known : cards }
    delete f.dataset.sent;
    f.querySelectorAll('[aria-busy]').forEach(x => { x.disabled = false; x.removeAttribute('aria-busy') });
    const field = doc.querySelector('#counter [name=barcode]');
    if (field && (whole || off)) { field.value = ''; field.focus() }
    show();
    send();
  });
  addEventListener('online', () => { tries = 0; send() });
  doc.addEventListener('visibilitychange', () => doc.hidden || send());
  show();
  send();
})();
