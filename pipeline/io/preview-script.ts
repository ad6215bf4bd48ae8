/** The preview's own files lie here, below the root of its server. */
export const previewFolder = '-/galley-preview/'

/**
 * Loads a page again when it is no longer what the server has. A page that nobody sees lets go of
 * its connection, since a browser has only a few for each server.
 */
export const previewScript = `
const {src} = document.currentScript
const shown = new URL(src).searchParams.get('is')
let events
function listen() {
  events?.close()
  if (document.hidden) return
  events = new EventSource(new URL('events?page=' + encodeURIComponent(location.pathname), src))
  events.onmessage = ({data}) => {
    if (data !== shown) location.reload()
  }
}
document.addEventListener('visibilitychange', listen)
addEventListener('pageshow', listen)
addEventListener('pagehide', () => events?.close())
`

/** How the notes on a page look, whatever the page's own styles are. */
export const previewStyle = `
.galley-preview{all:initial;display:block;box-sizing:border-box;padding:1rem 1.25rem;background:#fff4e5;color:#221a0f;border-block-end:3px solid #b45309;font:15px/1.5 system-ui,sans-serif}
.galley-preview *{all:revert;color:inherit;font:inherit}
.galley-preview h2,.galley-preview strong{font-weight:700;margin:0}
.galley-preview li{margin-block:.5rem;overflow-wrap:anywhere}
.galley-preview p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.galley-preview code{font-family:ui-monospace,monospace}
`
