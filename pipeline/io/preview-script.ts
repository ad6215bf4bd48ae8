/** The preview's own files lie here, below the root of its server. */
export const previewFolder = '-/galley-preview/'

/**
 * Loads a page again when it is no longer what the server has, and goes back to what was read and
 * had the focus, even if nothing could be shown in between. What is wrong is said in a line that
 * stays in sight, for its notes may be far above. A page that nobody sees lets go of its connection,
 * since a browser has only a few for each server.
 */
export const previewScript = `
const {src} = document.currentScript
const shown = new URL(src).searchParams.get('is')
const notes = document.querySelector('.galley-preview')
const key = 'galley-place ' + location.pathname
let events
function listen() {
  events?.close()
  if (document.hidden) return
  events = new EventSource(new URL('events?page=' + encodeURIComponent(location.pathname), src))
  events.onmessage = ({data}) => {
    if (data === shown) return
    if (notes?.localName !== 'main') sessionStorage.setItem(key, JSON.stringify(place()))
    location.reload()
  }
}
document.addEventListener('visibilitychange', listen)
addEventListener('pageshow', listen)
addEventListener('pagehide', () => events?.close())

const controls = 'a, button, input, summary'
const alike = (html) => [...document.querySelectorAll(controls)].filter((one) => one.outerHTML === html)
const topOf = (one) => one.getBoundingClientRect().top
function place() {
  const block = [...document.querySelectorAll('main [id]')].find((one) => topOf(one) >= 0)
  const active = document.activeElement?.matches(controls) ? document.activeElement : undefined
  return {
    y: scrollY,
    block: scrollY > 0 && block ? {id: block.id, top: topOf(block)} : undefined,
    focus: active && {html: active.outerHTML, number: alike(active.outerHTML).indexOf(active)},
  }
}
function goBack({y, block, focus}) {
  if (focus) alike(focus.html)[focus.number]?.focus({preventScroll: true})
  const same = block && document.getElementById(block.id)
  const by = same ? topOf(same) - block.top : y - scrollY
  if (y > 0) scrollBy({top: by, behavior: 'instant'})
}
addEventListener('load', async () => {
  await document.fonts.ready
  if (notes?.localName === 'main') return
  const kept = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (kept && performance.getEntriesByType('navigation')[0]?.type === 'reload') goBack(JSON.parse(kept))
  if (!notes) return
  const line = document.createElement('p')
  line.className = 'galley-preview-line'
  line.setAttribute('role', 'status')
  line.lang = notes.lang
  document.body.append(line)
  const link = document.createElement('a')
  link.href = '#galley-preview'
  link.textContent = notes.querySelector('h2').textContent
  // Read out only if it comes once the line is there.
  setTimeout(() => line.append(link), 200)
})
`

/** How the notes on a page look, whatever the page's own styles are. */
export const previewStyle = `
.galley-preview{all:initial;display:block;box-sizing:border-box;padding:1rem 1.25rem;background:#fff4e5;color:#221a0f;border-block-end:3px solid #b45309;font:15px/1.5 system-ui,'Galley Sans','Galley Serif Korean',sans-serif}
.galley-preview *{all:revert;color:inherit;font:inherit}
.galley-preview :is(h1,h2,strong){font-weight:700;margin:0}
.galley-preview li{margin-block:.5rem;overflow-wrap:anywhere}
.galley-preview p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.galley-preview code{font-family:ui-monospace,monospace}
.galley-preview-line{all:initial;position:fixed;inset-block-end:0;inset-inline-start:0;z-index:2147483647;background:#fff4e5;border:2px solid #b45309;font:15px/1.5 system-ui,'Galley Sans','Galley Serif Korean',sans-serif}
.galley-preview-line a{all:revert;display:block;padding:.35rem .75rem;color:#221a0f}
.galley-preview-line:empty{border:0}
@media print{.galley-preview,.galley-preview-line{display:none}}
`
