import {style} from '../html/style.ts'

/** The report's own look, and what deciding needs beside. */
export const approvalStyle = `${style}
body { max-inline-size: 100rem; }
.name { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem; font: 700 1.75rem/1.15 var(--serif); }
main { gap: 1.5rem; padding-block-start: 1.5rem; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.25rem); max-inline-size: 30em; }
h1:lang(ko) { line-height: 1.35; }
h1.sentence { font: 700 1.5rem/1.35 var(--serif); }
h2 { font-size: 1.25rem; padding-block-end: 0.5rem; }
h3 { font: 400 0.9375rem/1.5 var(--sans); padding-block-end: 0.4rem; }
kbd { font: 0.8125rem/1 var(--mono); padding: 0.1rem 0.35rem; border: 1px solid currentcolor; border-radius: 3px; }
.steps { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; }
.steps a { padding-block: 0.35rem; }
.matters { display: grid; gap: 1.25rem; }
.matters a { font: 600 1.0625rem/1.45 var(--serif); }
.tag { display: inline-block; line-height: 1.4; }
.accepted .tag, .decided.accepted { color: var(--passed); border-color: currentcolor; }
.rejected .tag, .decided.rejected { color: var(--error); border-color: currentcolor; }
.decided { padding-inline-start: 0.9rem; border-inline-start: 3px solid; }
.decision { display: grid; gap: 0.5rem; justify-items: start; padding: 1rem 1.25rem; background: var(--tint); border: 1px solid var(--rule); }
.decision #reason { inline-size: min(100%, 40rem); font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); padding: 0.5rem 0.65rem; border-radius: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; padding-block: 0.4rem; }
button { font: 700 1rem/1.2 var(--sans); padding: 0.7rem 1.4rem; color: var(--paper); background: var(--passed); border: 2px solid transparent; border-radius: 3px; cursor: pointer; }
button[value='rejected'] { background: var(--error); }
button.default { position: absolute; inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
.keys, .ways label { display: inline-flex; align-items: center; gap: 0.4rem; min-block-size: 1.75rem; }
input[type='checkbox'], input[type='radio'] { inline-size: 1.15rem; block-size: 1.15rem; accent-color: var(--ink); }
.ways { border: 0; margin: 0; padding: 0 0 1rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; min-inline-size: 0; }
.ways legend { padding: 0 0 0.25rem; font-weight: 700; }
.ways .strength { display: none; }
.ways #strength { block-size: 1.75rem; accent-color: var(--ink); }
.look { padding-block: 0.75rem 1.25rem; border-block-start: 1px solid var(--rule); }
.figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); align-items: start; }
.figures figure { min-inline-size: 0; }
.figures img { display: block; inline-size: auto; max-inline-size: 100%; block-size: auto; border: 1px solid var(--rule); background: #fff; }
.figures a { display: block; }
figcaption { font-size: 0.875rem; color: var(--quiet); padding-block-end: 0.3rem; }
.compare:has(#way-difference:checked) .several figure:not(.difference) { display: none; }
.compare:has(#way-over:checked) .several figure.difference { display: none; }
.compare:has(#way-over:checked) .strength { display: inline-flex; }
.compare:has(#way-over:checked) .several { grid-template-columns: minmax(0, 1fr); }
.compare:has(#way-over:checked) .several figure { grid-area: 1 / 1; }
.compare:has(#way-over:checked) .several figure.current { opacity: var(--strength, 50%); }
.compare:has(#way-over:checked) .several figcaption { visibility: hidden; }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`

/**
 * Keys for the buttons and links that name one, which the box switches off; and how strongly the
 * new picture covers the old one. While a keyboard writes Hangul, a key is known by its place.
 */
export const approvalScript = `
const keys = document.getElementById('keys')
const strength = document.getElementById('strength')
if (keys) {
  keys.checked = localStorage.getItem('galley-keys') !== 'off'
  keys.addEventListener('change', () => localStorage.setItem('galley-keys', keys.checked ? 'on' : 'off'))
}
addEventListener('keydown', (event) => {
  const {target, key, code} = event
  const types = target instanceof HTMLInputElement && !/^(checkbox|radio|range)$/.test(target.type)
  if (!keys?.checked || types || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  const letter = (/^[ -~]$/.test(key) ? key : code.replace('Key', '')).toLowerCase()
  const meant = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === letter)
  if (!meant) return
  event.preventDefault()
  meant.click()
})
strength?.addEventListener('input', () => {
  document.documentElement.style.setProperty('--strength', strength.value + '%')
})
`
