// The screens of a hall: a clock that goes by the station's time, calls that are heard, and a kiosk that returns to its
// first page. What is on the page is kept true by the kernel's desk.js; without scripts the page loads itself anew.

// The clock starts at the server's time and is set again at every full hour, when the day in the head may be another one
// as well. Neither the device's clock nor its time zone is asked.
(() => {
  const doc = document;
  let clock = doc.querySelector('[data-now]'), base, wait;
  if (!clock) return;
  // `performance` counts on when somebody sets the device's clock.
  const set = (at) => { base = +clock.dataset.now - at };
  self.stationNow = () => base + performance.now();
  const tick = () => {
    const local = new Date(stationNow() + clock.dataset.zone * 1e3).toISOString().slice(11, 16);
    if (local !== clock.textContent) {
      clock.textContent = local;
      if (local.endsWith('00')) renew();
    }
    clearTimeout(wait);
    wait = setTimeout(tick, 60050 - stationNow() % 6e4);
  };
  const renew = async () => {
    const page = await fetch(location.href).then(r => r.ok && !r.redirected ? r.text() : '').catch(() => '');
    const head = new DOMParser().parseFromString(page, 'text/html').querySelector('header'), now = head?.querySelector('[data-now]');
    if (!now) return;
    const day = s => s.querySelector('.date');
    day(doc).replaceWith(day(head));
    clock.dataset.now = now.dataset.now;
    clock.dataset.zone = now.dataset.zone;
    set(performance.now());
    tick();
  };
  set(performance.getEntriesByType('navigation')[0]?.responseStart ?? 0);
  tick();
  // A device that has slept does not know for how long.
  doc.addEventListener('visibilitychange', () => doc.hidden || renew());
})();

// A call that is new is heard: the chime, then its pieces, twice. What stood on the page when it was opened, and what is
// older than two minutes, is not; several at once are heard one after another, the oldest first.
(() => {
  const button = document.querySelector('[data-sound]'), main = document.querySelector('main');
  if (!button || !self.AudioContext) return;
  const OLD = 12e4, KEEP = 300, HUSH = .01, BREATH = .06, OVERLAP = .3, PAUSE = .8;
  const sound = new AudioContext(), sounds = new Map(), calls = [];
  let speaking = false;

  // Encoders and people leave silence before and after a word, each another one: a piece is played without it.
  const trimmed = buffer => {
    const wave = buffer.getChannelData(0), loud = x => Math.abs(x) > HUSH;
    const from = Math.max(0, wave.findIndex(loud));
    let until = wave.length;
    while (until > from + 1 && !loud(wave[until - 1])) until--;
    return { buffer, from: from / buffer.sampleRate, long: (until - from) / buffer.sampleRate };
  };
  const load = url => {
    if (!sounds.has(url)) {
      const loaded = fetch(url).then(r => r.ok ? r.arrayBuffer() : Promise.reject()).then(bytes => sound.decodeAudioData(bytes)).then(trimmed);
      loaded.catch(() => sounds.delete(url));
      sounds.set(url, loaded);
    }
    return sounds.get(url);
  };
  // Lays pieces end to end from the time `at` on; the end of the last one.
  const lay = (pieces, at) => pieces.reduce((at, piece) => {
    const source = sound.createBufferSource();
    source.buffer = piece.buffer;
    source.connect(sound.destination);
    source.start(at, piece.from, piece.long);
    return at + piece.long + BREATH;
  }, at);
  const speak = async () => {
    if (speaking) return;
    speaking = true;
    for (let call; (call = calls.shift());) {
      try {
        const [chime, ...said] = await Promise.all([button.dataset.sound, ...call.split(' ')].map(load));
        const first = lay(said, lay([chime], sound.currentTime + .1) - OVERLAP), end = lay(said, first + PAUSE);
        await new Promise(done => setTimeout(done, (end - sound.currentTime + PAUSE) * 1e3));
      } catch { /* a sound cannot be had: the call stands on the screen, and the next one is tried */ }
    }
    speaking = false;
  };

  // What was heard is remembered over a reload; a browser that keeps nothing hears nothing twice either, only less.
  const kept = () => { try { return JSON.parse(sessionStorage.heard) } catch { return null } };
  const heard = new Set(kept() ?? []);
  const listen = known => {
    const rows = [...main.querySelectorAll('[data-call]')].sort((a, b) => a.dataset.at - b.dataset.at);
    for (const { dataset: { call, at, pieces } } of rows) {
      if (heard.has(call)) continue;
      heard.add(call);
      if (known && sound.state === 'running' && stationNow() - at < OLD) calls.push(pieces);
    }
    try { sessionStorage.heard = JSON.stringify([...heard].slice(-KEEP)) } catch { /* see above */ }
    speak();
  };
  listen(kept());
  new MutationObserver(() => listen(true)).observe(main, { childList: true, subtree: true });

  // Browsers make no sound before somebody has touched the page, unless they were started so; the chime says that it works.
  const show = () => { button.hidden = sound.state === 'running' };
  const unlock = async () => {
    if (sound.state === 'running') return;
    await sound.resume();
    lay([await load(button.dataset.sound)], sound.currentTime);
  };
  for (const touch of ['click', 'touchend', 'keydown']) addEventListener(touch, unlock);
  sound.onstatechange = show;
  setTimeout(show, 500);
})();

// Whoever walks away from the kiosk leaves it to the next.
(() => {
  const left = document.querySelector('[data-leave]');
  let wait;
  const start = () => {
    clearTimeout(wait);
    wait = setTimeout(() => location.replace(left.dataset.to), left.dataset.leave * 1e3);
  };
  if (!left) return;
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, start);
  start();
})();
