// The counter opens again where there is no line. The network goes first; the last empty counter that came is kept with its own
// files, and nothing else ever is: no reader stands on it. Its first line, with the version, is written by the program.
const name = 'counter-' + version
const path = url => new URL(url, location).pathname
const counter = path(registration.scope)

const keep = async (url, answer) => {
  const cache = await caches.open(name), html = await answer.text()
  const files = [...new Set(html.match(/\/assets\/[^"]+/g))]
  await Promise.all(files.map(async file => await cache.match(file) || cache.add(file)))
  const headers = ['content-type', 'content-security-policy'].map(header => [header, answer.headers.get(header)])
  await cache.put(counter, new Response(html, { headers: headers.filter(([, value]) => value) }))
  // Of another version nothing stays.
  for (const { url: other } of await cache.keys())
    if (path(other) !== counter && !files.includes(path(other))) await cache.delete(other)
  for (const other of await caches.keys()) if (other.startsWith('counter-') && other !== name) await caches.delete(other)
}

const page = async event => {
  let answer
  try {
    answer = await Promise.race([fetch(event.request), new Promise((_, no) => setTimeout(no, 8e3))])
  } catch { /* no line, or one that takes too long */ }
  if (answer?.ok && !answer.redirected) event.waitUntil(keep(counter, answer.clone()))
  // Whoever has signed out leaves nothing behind.
  else if (answer && answer.status < 500) await caches.delete(name)
  return answer && answer.status < 500 ? answer : await caches.match(counter) || answer || Response.error()
}

addEventListener('install', () => skipWaiting())
// The page that is open came before this did.
addEventListener('activate', event => event.waitUntil((async () => {
  await clients.claim()
  const answer = await fetch(counter).catch(() => 0)
  if (answer.ok && !answer.redirected) await keep(counter, answer)
})()))
addEventListener('fetch', event => {
  const { method, mode, url } = event.request
  if (method !== 'GET') return
  if (mode === 'navigate' && path(url) === counter) event.respondWith(page(event))
  else if (path(url).startsWith('/assets/')) event.respondWith(caches.match(url).then(file => file || fetch(event.request)))
})
