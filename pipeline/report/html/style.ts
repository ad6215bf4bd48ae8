/** The report's own style: the paper's ink and rules, with system faces; one for Korean, where there is none, is put in with
 * it. Not `system-ui`: where that is a face without Korean, Chromium shows boxes and asks no further. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbf8f1; --ink: #1b1814; --quiet: #56504a; --rule: #cfc7b8; --tint: #f2ecdf;
  --error: #8c1d18; --warning: #6d4a00; --notice: #0f4c81; --passed: #1d5a36; --focus: #0a55a5;
  --serif: 'Source Serif 4', 'Noto Serif', Georgia, 'Times New Roman', 'Noto Serif KR', 'Noto Serif CJK KR', AppleMyungjo, Batang, 'Galley Korean', serif;
  --sans: -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', 'Galley Korean', sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', 'Noto Sans Mono CJK KR', 'Galley Korean', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171512; --ink: #ece6da; --quiet: #b1a99b; --rule: #46413a; --tint: #221f1b;
    --error: #f0968a; --warning: #e3b95f; --notice: #93c0ee; --passed: #8fcaa2; --focus: #8fbcf5;
  }
}
@media (prefers-contrast: more) {
  :root { --quiet: var(--ink); --rule: currentcolor; }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-synthesis: none; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 max(1.25rem, 4vw) 5rem; max-inline-size: 70rem;
  background: var(--paper); color: var(--ink);
  font: 400 1rem/1.55 var(--sans); overflow-wrap: anywhere;
}
:lang(ko) { word-break: keep-all; line-break: strict; }
.report:lang(ko) { line-height: 1.7; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 700; line-height: 1.15; text-wrap: balance; }
:is(h2, h3, h4):lang(ko) { line-height: 1.35; }
ul, ol { list-style: none; }
code { font: 0.875em/1.5 var(--mono); }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 1px; }
.store { position: absolute; }

.masthead { padding-block: 1.5rem 0.75rem; border-block-end: 4px double var(--ink); }
.masthead h1 { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem; font-size: 1.75rem; letter-spacing: -0.01em; }
.masthead span { font: 400 0.875rem/1.5 var(--sans); letter-spacing: 0; color: var(--quiet); }
.report { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; scroll-margin-block-start: 100vh; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4rem; }
.languages { border-block-end: 1px solid var(--rule); }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.languages a { display: inline-block; padding-block: 0.6rem; font-size: 0.875rem; text-decoration: none; }
.languages a:hover { text-decoration: underline; }
.languages [aria-current] { font-weight: 700; box-shadow: inset 0 -3px var(--ink); }

.verdict { display: grid; gap: 0.4rem; color: var(--quiet); }
.verdict h2 { font-size: clamp(1.9rem, 1.2rem + 3vw, 3.1rem); letter-spacing: -0.015em; margin-block-end: 0.5rem; }
.verdict.passed h2 { color: var(--passed); }
.verdict.held h2 { color: var(--error); }

table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption, h3 { text-align: start; font: 700 1.3rem/1.3 var(--serif); padding-block-end: 0.6rem; }
th, td { padding: 0.6rem 0.9rem 0.6rem 0; text-align: start; vertical-align: baseline; border-block-start: 1px solid var(--rule); font-weight: 400; }
thead th { font-size: 0.8125rem; color: var(--quiet); border-block-start: 2px solid var(--ink); vertical-align: bottom; }
@media (width >= 46rem) { thead th { overflow-wrap: break-word; } }
tbody tr:last-child > * { border-block-end: 1px solid var(--rule); }
.editions :is(.words, .translated, .errors, .warnings, .notices), .number { text-align: end; }
.editions :is(.words, .errors, .warnings, .notices), .number { white-space: nowrap; }
.translations thead :not(.language, .headline) { text-align: end; }
.editions tbody .headline { font: 700 1.0625rem/1.35 var(--serif); min-inline-size: 14rem; }
.editions :is(.language, .verdict) { white-space: nowrap; }
.column { display: none; }
.editions .verdict { display: table-cell; padding-inline-end: 0; }
.editions td.verdict { font-weight: 700; }
.editions .release td.verdict { color: var(--passed); }
.editions .hold td.verdict { color: var(--error); }
.checked { max-inline-size: 34rem; }
.criteria td { white-space: nowrap; }
.criteria .requirement { white-space: normal; }
@media (width >= 46rem) { .criteria tbody :is(th, td) { padding-block: 0.35rem; } }
.criteria tbody .headline { font: 400 1rem/1.4 var(--sans); min-inline-size: 16rem; }
.criteria td.error a { font-weight: 700; color: var(--error); }
.failures { list-style: disc; padding-inline-start: 1.25rem; display: grid; gap: 0.5rem; max-inline-size: 60rem; }
.checked td, .checked th { padding-block: 0.35rem; }
.checked td, .checked thead th { white-space: nowrap; }

.findings { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; }
.findings > h3 { padding: 0.6rem 0 0; border-block-start: 2px solid var(--ink); }
.findings section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
h4 { font-size: 1.25rem; }
.tag { font: 400 0.8125rem/1 var(--sans); color: var(--quiet); padding: 0.1rem 0.4rem; border: 1px solid var(--rule); border-radius: 2px; white-space: nowrap; }
h5, summary { font: 700 0.9375rem/1.4 var(--sans); }
h4.error, h5.error { color: var(--error); }
h4.warning, h5.warning { color: var(--warning); }
summary { cursor: pointer; color: var(--notice); padding-block: 0.35rem; }
.list { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75rem; }
details .list { margin-block-start: 1rem; }
.finding { --mark: var(--notice); padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--mark); display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.45rem; }
.finding.error { --mark: var(--error); }
.finding.warning { --mark: var(--warning); }
.finding:target { background: var(--tint); }
.sentence { font: 600 1.0625rem/1.45 var(--serif); max-inline-size: 44em; }
.sentence:lang(ko) { line-height: 1.6; }
.place { font-size: 0.9375rem; color: var(--quiet); }
.place code { color: var(--ink); margin-inline-end: 0.6rem; }
.excerpt { padding: 0.5rem 0.75rem; background: var(--tint); max-inline-size: 60rem; }
.advice { max-inline-size: 44em; }
.advice::before { content: ''; display: inline-block; inline-size: 0.5em; block-size: 0.5em; margin-inline-end: 0.6em; border: solid var(--mark); border-width: 2px 2px 0 0; rotate: 45deg; }
.changes { list-style: disc; padding-inline-start: 1.25rem; max-inline-size: 60rem; font-size: 0.9375rem; }
.badge { justify-self: start; font-size: 0.875rem; padding: 0.1rem 0.6rem; border: 1px solid var(--mark); border-radius: 2px; }
.more { display: flex; flex-wrap: wrap; gap: 0.15rem 1.5rem; font-size: 0.875rem; color: var(--quiet); }
.more div { display: flex; flex-wrap: wrap; gap: 0 0.45rem; min-inline-size: 0; }
.more dt::after { content: ':'; }
.more dd { color: var(--ink); min-inline-size: 0; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); gap: 1.25rem; margin-block-start: 0.5rem; }
.frame { max-block-size: 34rem; overflow: auto; border: 1px solid var(--rule); background: #fff; }
.frame svg { display: block; inline-size: 100%; block-size: auto; }
caption .about { display: block; font: 400 0.9375rem/1.5 var(--sans); padding-block-start: 0.35rem; }
.portrait svg { display: block; max-inline-size: 100%; block-size: auto; border: 1px solid var(--rule); }
.pictures figcaption { font-size: 0.875rem; color: var(--quiet); padding-block-start: 0.35rem; }
p.gone { padding: 2rem 1rem; border: 1px dashed var(--rule); color: var(--quiet); }
.waivers { display: grid; gap: 0.9rem; }

@media (width < 46rem) {
  .checked :is(th, td) { padding-inline-end: 0.5rem; }
  .checked :is(th, td):last-child { padding-inline-end: 0; }
  .checked thead th { font-size: 0.6875rem; }
  .editions, .editions :is(caption, tbody, tr, th, td) { display: block; }
  .editions thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .editions tr { padding-block: 0.75rem; border-block-start: 1px solid var(--rule); display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 0.1rem 1.5rem; }
  .editions tr > * { border: 0 !important; padding: 0; }
  .editions tbody .headline { grid-column: 1 / -1; grid-row: 1; min-inline-size: 0; padding-block-end: 0.4rem; }
  .editions td, .editions td.verdict { display: flex; flex-wrap: wrap; white-space: normal; justify-content: space-between; gap: 0 1rem; }
  .editions td > .column { display: inline; color: var(--quiet); font-weight: 400; }
}
@media (forced-colors: active) {
  .languages [aria-current] { border-block-end: 3px solid; }
}
@media print {
  body { max-inline-size: none; padding: 0; font-size: 10pt; }
  .languages { display: none; }
  .finding, tr { break-inside: avoid; }
  .frame { overflow: hidden; }
  h3, h4, h5, h6 { break-after: avoid; }
}
.transcripts details { margin-block: 0.5rem; border-block-start: 1px solid var(--rule); padding-block-start: 0.5rem; }
.transcripts summary { cursor: pointer; font-weight: 600; }
.transcript { margin-block: 0.5rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
.transcript .heading { margin-block-start: 0.75rem; font-weight: 700; }
.transcript :is(.text, .end, .stays) { color: var(--quiet); }
.heard { margin-block: 1rem; }
.heard .pages { margin: 0; padding: 0; list-style: none; font-weight: 600; }
`

/** Shows the language that the address's fragment leads into, and the first where it leads to none. */
export function switching(tags: readonly string[]): string {
  const [first, ...others] = tags
  const chosen = (tag: string) => `:has(#${tag}:target, #${tag} :target)`
  const any = others.map((tag) => `body${chosen(tag)} #${first}`)
  if (any.length === 0) return ''
  return `@supports selector(:has(a)) {
${others.map((tag) => `body:not(${chosen(tag)}) #${tag} { display: none; }`).join('\n')}
${any.join(', ')} { display: none; }
}
`
}
