// Taps at the door. Each is kept on the device with a number of its own before anything is sent, and sent until it has arrived:
// without a network nothing is lost, and what is sent twice counts once.
(() => {
  const box = document.querySelector('[data-arrivals]')
  if (!box) return
  const { arrivals: api, waiting, refused } = box.dataset
  const key = 'taps ' + api
  const said = document.getElementById('sent')
  const load = () => JSON.parse(localStorage.getItem(key) || '[]')
  const keep = taps => localStorage.setItem(key, JSON.stringify(taps))
  const number = () => {
    const b = crypto.getRandomValues(new Uint8Array(16))
    b[6] = b[6] & 15 | 64
    b[8] = b[8] & 63 | 128
    return [...b].map((n, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + n.toString(16).padStart(2, '0')).join('')
  }
  const text = (id, n) => { document.getElementById(id).textContent = n }
  const add = (id, n) => text(id, +document.getElementById(id).textContent + n)
  const mark = (signup, people) => {
    const button = box.querySelector(`[data-signup="${signup}"]`)
    if (!button) return 0
    const more = people - button.dataset.came
    button.dataset.came = people
    button.setAttribute('aria-pressed', people > 0)
    button.classList.toggle('go', !people)
    button.textContent = people > 0 ? box.dataset.off : box.dataset.on
    button.setAttribute('aria-label', button.dataset.name + ' ' + button.textContent)
    return more
  }
  const show = tap => tap.signup ? add('came', mark(tap.signup, tap.people)) : add('walked', tap.people)
  // What the station counts, other devices' taps among it, and on top of it what is still to be sent.
  const draw = ({ came, walked_in, guests }) => {
    guests.forEach(guest => mark(guest.signup, guest.came))
    text('came', came)
    text('walked', walked_in)
    load().forEach(show)
  }
  let sending = false
  const send = async () => {
    const taps = load()
    said.textContent = taps.length ? waiting.replace('#', taps.length) : ''
    if (!taps.length || sending) return
    sending = true
    try {
      const body = JSON.stringify({ taps: taps.slice(0, 100).map(({ at, ...tap }) => ({ ...tap, ms_ago: Math.max(0, Date.now() - at) })) })
      const answer = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      if (answer.ok) {
        const now = await answer.json(), done = now.taps
        const gone = new Set(done.map(tap => tap.id))
        keep(load().filter(tap => !gone.has(tap.id)))
        draw(now)
        const odd = done.filter(tap => tap.outcome === 'refused').length
        said.textContent = odd ? refused.replace('#', odd) : ''
      }
    } catch { /* No network: they are kept, and sent again. */ }
    sending = false
  }
  box.addEventListener('submit', event => {
    const button = event.submitter
    if (!button) return
    event.preventDefault()
    const { signup, n, came } = button.dataset
    const tap = signup
      ? { id: number(), signup, people: +came > 0 ? 0 : +n, how: 'tick', at: Date.now() }
      : { id: number(), people: +n, how: 'walk-in', at: Date.now() }
    if (!signup && +document.getElementById('walked').textContent + tap.people < 0) return
    keep([...load(), tap])
    show(tap)
    send()
  })
  const find = document.getElementById('find')
  find?.addEventListener('input', () => {
    for (const row of box.querySelectorAll('[data-find]')) row.hidden = !row.dataset.find.includes(find.value.trim())
  })
  load().forEach(show)
  addEventListener('online', send)
  setInterval(send, 4000)
  send()
})()
