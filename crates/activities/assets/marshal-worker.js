// The page on which a marshal counts opens again where there is no line. The network goes first; the last page that came is
// kept with its own files, and nothing else ever is. Its first line, with the version, is written by the program.
const name = 'marshal-' + version
const path = url => new URL(url, location).pathname

// What was kept says so, since its count is old; and whose car stood in the way does not stay on a phone.
const old = html => html.replace('data-taps=', 'data-kept data-taps=').replace(/<section[^>]*"moves">.*?<\/section>/s, '')

const keep = async (url, answer) => {
  const cache = await caches.open(name), html = old(await answer.text())
  const files = [...new Set(html.match(/\/assets\/[^"]+/g))]
  await Promise.all(files.map(async file => await cache.match(file) || cache.add(file)))
  const headers = ['content-type', 'content-security-policy'].map(header => [header, answer.headers.get(header)])
  await cache.put(url, new Response(html, { headers }))
  // Of another link, and of another version, nothing stays.
  for (const { url: other } of await cache.keys())
    if (path(other) !== path(url) && !files.includes(path(other))) await cache.delete(other)
  for (const other of await caches.keys()) if (other.startsWith('marshal-') && other !== name) await caches.delete(other)
}

const page = async event => {
  const { url } = event.request
  let answer
  try {
    answer = await Promise.race([fetch(event.request), new Promise((_, no) => setTimeout(no, 8e3))])
  } catch { /* no line, or one that takes too long */ }
  if (answer?.ok && !answer.redirected) event.waitUntil(keep(url, answer.clone()))
  if (answer?.status === 404) await caches.open(name).then(cache => cache.delete(url))
  return answer && answer.status < 500 ? answer : await caches.match(url) || answer || Response.error()
}

addEventListener('install', () => skipWaiting())
// The page that is open came before this did.
addEventListener('activate', event => event.waitUntil((async () => {
  await clients.claim()
  for (const { url } of await clients.matchAll()) {
    const answer = await fetch(url)
    if (answer.ok) await keep(url, answer)
  }
})()))
addEventListener('fetch', event => {
  const { method, mode, url } = event.request
  if (method !== 'GET') return
  if (mode === 'navigate') event.respondWith(page(event))
  else if (path(url).startsWith('/assets/')) event.respondWith(caches.match(url).then(file => file || fetch(event.request)))
})
