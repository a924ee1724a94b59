// Only where many opinions come at once, and on machines that many people touch: finds the stamp while somebody writes, and
// leads a page that nobody touches back to its start. Without this script the same form is taken after a minute.
(() => {
  const doc = document;

  // SHA-256 (FIPS 180-4) of a short text: a browser that is asked over plain HTTP has no crypto.subtle, and one call for each
  // try would be slower.
  const K = [], H0 = [];
  const root = (n, p) => ((Math.pow(n, 1 / p) % 1) * 4294967296) | 0;
  for (let n = 2; K.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (H0.length < 8) H0.push(root(n, 2));
    K.push(root(n, 3));
  }
  const W = new Int32Array(64);
  const sha = text => {
    const size = text.length, words = new Int32Array(((size + 8 >> 6) + 1) * 16);
    for (let i = 0; i < size; i++) words[i >> 2] |= text.charCodeAt(i) << 24 - i % 4 * 8;
    words[size >> 2] |= 128 << 24 - size % 4 * 8;
    words[words.length - 1] = size * 8;
    const h = H0.slice();
    const turn = (x, n) => x >>> n | x << 32 - n;
    for (let at = 0; at < words.length; at += 16) {
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        if (i < 16) W[i] = words[at + i];
        else {
          const x = W[i - 15], y = W[i - 2];
          W[i] = W[i - 16] + W[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0;
        }
        const t = k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + W[i] | 0;
        const u = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        k = g; g = f; f = e; e = d + t | 0; d = c; c = b; b = a; a = t + u | 0;
      }
      [a, b, c, d, e, f, g, k].forEach((x, i) => { h[i] = h[i] + x | 0 });
    }
    return h;
  };

  const form = doc.querySelector('[data-stamp]');
  if (form) {
    const bits = +form.dataset.bits, text = form.dataset.stamp;
    let n = 0, done = false, sent = false, by;
    // So many zero bits at the front; no stamp asks for more than 32.
    const some = () => {
      for (let tries = 0; tries < 1500; tries++, n++) {
        if (Math.clz32(sha(text + ':' + n)[0]) < bits) continue;
        form.elements.stamp.value = n;
        done = true;
        if (sent) form.requestSubmit(by);
        return;
      }
      setTimeout(some);
    };
    setTimeout(some);
    form.addEventListener('submit', e => {
      if (done) return;
      e.preventDefault();
      e.stopPropagation();
      sent = true;
      by = e.submitter;
      if (by) by.setAttribute('aria-busy', 'true');
    });
  }

  const left = doc.querySelector('[data-leave]');
  if (left) {
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => location.replace(left.dataset.to), left.dataset.leave * 1e3);
    };
    for (const touched of ['pointerdown', 'keydown', 'input']) addEventListener(touched, again);
    again();
  }
})();
